package org.laassoa.server.agent;

/** Examples for the OpenAPI document. */
final class AgentExamples {

  private AgentExamples() {}

  static final String LIST =
      """
      {"items": [{"id": 1, "name": "host-1", "actions": ["build"], "capacity": 2,
         "version": "0.1.0", "executor": "docker", "address": "192.0.2.17",
         "last_seen": "2026-11-22T10:00:00Z", "online": true, "holding": 1}],
       "total": 1}
      """;

  static final String JOIN_TOKEN_REQUEST =
      """
      {"expires_in_seconds": 3600}
      """;

  static final String JOIN_TOKEN =
      """
      {"join_token": "laas-join-EXAMPLE", "expires_at": "2026-11-22T11:00:00Z"}
      """;
}

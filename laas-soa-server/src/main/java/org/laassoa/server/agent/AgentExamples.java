package org.laassoa.server.agent;

/** Examples for the OpenAPI document. */
final class AgentExamples {

  private AgentExamples() {}

  static final String ONE =
      """
      {"id": 1, "name": "host-1", "actions": ["build"], "capacity": 2, "version": "0.1.0",
       "executor": "docker", "address": "10.1.0.17", "last_seen": "2026-11-22T10:00:00Z",
       "online": true, "holding": 1, "pick_up": "doorbell",
       "labels": ["arch=amd64", "docker", "os=linux"],
       "disk": {"free_bytes": 85899345920, "total_bytes": 214748364800,
                "needed_bytes": 1073741824},
       "wanted": "work",
       "effective": {"actions": ["build"],
                     "reason": "the capability rule office for 10.1.0.0/16",
                     "rule": "office", "network": "10.1.0.0/16"}}
      """;

  static final String LIST = "{\"items\": [" + ONE + "], \"total\": 1}";

  static final String JOIN_TOKEN_REQUEST =
      """
      {"expires_in_seconds": 3600}
      """;

  static final String JOIN_TOKEN =
      """
      {"join_token": "laas-join-EXAMPLE", "expires_at": "2026-11-22T11:00:00Z"}
      """;
}

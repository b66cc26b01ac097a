package org.laassoa.server.configuration.registry;

/** Examples for the API's description. */
final class ImageRegistryExamples {
  static final String REQUEST =
      """
      {
        "name": "team",
        "description": "The team's registry",
        "address": "registry.example.com",
        "port": 5000,
        "username": "builder",
        "password": "a token",
        "tls": true,
        "insecure": false
      }
      """;

  static final String ANSWER =
      """
      {
        "id": 1,
        "name": "team",
        "description": "The team's registry",
        "address": "registry.example.com",
        "port": 5000,
        "username": "builder",
        "has_password": true,
        "tls": true,
        "insecure": false,
        "created_at": "2026-11-22T10:00:00Z",
        "updated_at": "2026-11-22T10:00:00Z"
      }
      """;

  static final String CHECK =
      """
      {
        "ok": true,
        "checks": [
          {"name": "reachable", "result": "ok", "message": "registry.example.com answers as an image registry"},
          {"name": "account", "result": "ok", "message": "signed in as builder"}
        ]
      }
      """;

  private ImageRegistryExamples() {}
}

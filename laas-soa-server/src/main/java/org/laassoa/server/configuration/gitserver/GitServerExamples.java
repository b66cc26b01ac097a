package org.laassoa.server.configuration.gitserver;

/** Examples for the API's description. */
final class GitServerExamples {
  static final String REQUEST =
      """
      {
        "name": "gitea",
        "description": "The team's Gitea",
        "kind": "gitea",
        "address": "https://git.example.com",
        "port": 3000,
        "username": "builder",
        "password": "a token",
        "is_default": true,
        "insecure": false
      }
      """;

  static final String ANSWER =
      """
      {
        "id": 1,
        "name": "gitea",
        "description": "The team's Gitea",
        "kind": "gitea",
        "address": "https://git.example.com",
        "port": 3000,
        "username": "builder",
        "has_password": true,
        "is_default": true,
        "has_api_token": false,
        "insecure": false,
        "created_at": "2026-11-22T10:00:00Z",
        "updated_at": "2026-11-22T10:00:00Z"
      }
      """;

  private GitServerExamples() {}
}

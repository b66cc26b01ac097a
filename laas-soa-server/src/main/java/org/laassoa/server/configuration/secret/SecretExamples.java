package org.laassoa.server.configuration.secret;

/** Examples for the API's description. */
final class SecretExamples {
  static final String REQUEST =
      """
      {"kind": "env", "value": "npm_4f1e6a", "description": "Publishes packages"}
      """;

  static final String ANSWER =
      """
      {
        "name": "NPM_TOKEN",
        "scope": "project",
        "kind": "env",
        "has_value": true,
        "description": "Publishes packages",
        "created_at": "2026-11-22T10:00:00Z",
        "updated_at": "2026-11-22T10:00:00Z",
        "updated_by": "admin"
      }
      """;

  static final String SHARED_REQUEST =
      """
      {
        "kind": "file",
        "value": "-----BEGIN PRIVATE KEY-----\\nMC4CAQ\\n-----END PRIVATE KEY-----\\n",
        "description": "Signs releases",
        "projects": ["shop", "billing"],
        "parent_images": false
      }
      """;

  static final String SHARED_ANSWER =
      """
      {
        "name": "SIGNING_KEY",
        "kind": "file",
        "has_value": true,
        "description": "Signs releases",
        "projects": ["billing", "shop"],
        "parent_images": false,
        "created_at": "2026-11-22T10:00:00Z",
        "updated_at": "2026-11-22T10:00:00Z",
        "updated_by": "admin"
      }
      """;

  private SecretExamples() {}
}

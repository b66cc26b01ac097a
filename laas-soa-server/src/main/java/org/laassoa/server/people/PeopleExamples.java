package org.laassoa.server.people;

/** Examples for the API's description. */
final class PeopleExamples {
  static final String USER_REQUEST =
      """
      {
        "name": "lin",
        "display_name": "Lin Wei",
        "role": "developer",
        "disabled": false,
        "password": "correct horse battery staple"
      }
      """;

  static final String USER_PATCH =
      """
      {"disabled": true}
      """;

  static final String USER =
      """
      {
        "name": "lin",
        "display_name": "Lin Wei",
        "role": "developer",
        "disabled": false,
        "created_at": "2026-11-22T10:00:00Z",
        "updated_at": "2026-11-22T10:00:00Z"
      }
      """;

  static final String GRANT_REQUEST =
      """
      {"role": "developer"}
      """;

  static final String GRANT =
      """
      {"user": "lin", "role": "developer", "created_at": "2026-11-22T10:00:00Z"}
      """;

  static final String GRANTS =
      """
      {
        "items": [
          {"user": "lin", "role": "developer", "created_at": "2026-11-22T10:00:00Z"}
        ],
        "total": 1
      }
      """;

  static final String TOKEN_REQUEST =
      """
      {
        "name": "pipeline",
        "scopes": ["build"],
        "projects": ["shop"],
        "expires_at": "2027-02-20T10:00:00Z"
      }
      """;

  static final String TOKEN_MADE =
      """
      {
        "id": 7,
        "name": "pipeline",
        "scopes": ["build"],
        "projects": ["shop"],
        "created_at": "2026-11-22T10:00:00Z",
        "expires_at": "2027-02-20T10:00:00Z",
        "last_used_at": null,
        "token": "laas_pat_EXAMPLE"
      }
      """;

  static final String TOKENS =
      """
      {
        "items": [
          {
            "id": 7,
            "name": "pipeline",
            "scopes": ["build"],
            "projects": ["shop"],
            "created_at": "2026-11-22T10:00:00Z",
            "expires_at": "2027-02-20T10:00:00Z",
            "last_used_at": "2026-11-22T10:05:00Z"
          }
        ],
        "total": 1
      }
      """;

  static final String ME =
      """
      {
        "name": "lin",
        "display_name": "Lin Wei",
        "role": "viewer",
        "grants": [{"project": "shop", "role": "developer"}],
        "signed_in_by": "password",
        "token": null
      }
      """;

  private PeopleExamples() {}
}

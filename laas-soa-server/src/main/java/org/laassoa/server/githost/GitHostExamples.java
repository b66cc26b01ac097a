package org.laassoa.server.githost;

/** Examples for the API's description. */
final class GitHostExamples {
  static final String CHECK =
      """
      {
        "ok": true,
        "checks": [
          {"name": "reachable", "result": "ok", "message": "gitlab.example.com answers, version 18.5.1"},
          {"name": "account", "result": "ok", "message": "the token is that of laas-builder"},
          {
            "name": "rights",
            "result": "ok",
            "message": "the token may only read, which is enough to build; it may not tell the state of commits, nor register webhooks"
          }
        ]
      }
      """;

  static final String REPOSITORIES =
      """
      {
        "items": [
          {
            "path": "team/shop",
            "description": "The shop",
            "default_branch": "main",
            "web_url": "https://gitlab.example.com/team/shop"
          }
        ],
        "has_more": false
      }
      """;

  static final String REFS =
      """
      [{"name": "main", "commit": "da1560886d4f094c3e6c9ef40349f7d38b5d27d7"}]
      """;

  private GitHostExamples() {}
}

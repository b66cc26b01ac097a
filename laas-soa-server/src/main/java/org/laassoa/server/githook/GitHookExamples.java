package org.laassoa.server.githook;

/** Examples for the API's description. */
final class GitHookExamples {
  static final String GENERIC_BODY =
      """
      {
        "ref": "refs/heads/main",
        "before": "95790bf891e76fee5e1747ab589903a6a1f80f22",
        "after": "da1560886d4f094c3e6c9ef40349f7d38b5d27d7",
        "user": "Jane",
        "message": "Faster start"
      }
      """;

  static final String BUILT =
      """
      {"result": "built", "note": "build 42", "build": 42}
      """;

  static final String IGNORED =
      """
      {"result": "ignored", "note": "the project's triggers name no branch such as topic"}
      """;

  static final String REGISTERED =
      """
      {
        "form": "gitlab",
        "url": "https://build.example.com/hooks/gitlab/shop",
        "host_id": "17",
        "registered_by": "jane",
        "registered_at": "2026-11-22T10:00:00Z",
        "refused": 0,
        "last_refused_at": null,
        "secret": null
      }
      """;

  static final String TO_SET_UP =
      """
      {
        "form": "generic",
        "url": "https://build.example.com/hooks/generic/shop",
        "host_id": null,
        "registered_by": "jane",
        "registered_at": "2026-11-22T10:00:00Z",
        "refused": 0,
        "last_refused_at": null,
        "secret": "shown only this once"
      }
      """;

  static final String DELIVERIES =
      """
      {
        "items": [
          {
            "id": 3,
            "received_at": "2026-11-22T10:00:00Z",
            "delivery": "13792a34-cac6-4fda-95a8-c58e00a3954e",
            "event": "push",
            "ref": "main",
            "commit": "da1560886d4f094c3e6c9ef40349f7d38b5d27d7",
            "caused_by": "Jane",
            "result": "built",
            "note": "build 42",
            "build": 42
          }
        ],
        "total": 1
      }
      """;

  private GitHookExamples() {}
}

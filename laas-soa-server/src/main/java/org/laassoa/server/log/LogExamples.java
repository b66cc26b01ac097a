package org.laassoa.server.log;

/** Examples for the OpenAPI document. */
final class LogExamples {

  private LogExamples() {}

  static final String TEXT = "hello\n";

  static final String EVENTS =
      """
      event: log
      id: 1-6
      data: {"attempt":1,"offset":0,"text":"hello\\n"}

      event: end
      data: {"state":"succeeded"}

      """;

  static final String LINES =
      """
      {
        "attempt": 1,
        "bytes": 2210,
        "lines_total": 40,
        "open": false,
        "lines": [
          {"number": 12, "offset": 731, "at": "2026-11-22T10:00:04.120Z", "text": "Compiling 3 files"},
          {"number": 13, "offset": 749, "at": "2026-11-22T10:00:04.120Z", "text": "\\u001b[31mShop.java:9: error: ';' expected\\u001b[0m"}
        ]
      }
      """;

  static final String OUTLINE =
      """
      {
        "attempt": 1,
        "bytes": 2210,
        "lines_total": 40,
        "open": false,
        "started_at": "2026-11-22T10:00:01Z",
        "steps": [
          {
            "name": "checkout",
            "state": "succeeded",
            "started_at": "2026-11-22T10:00:01Z",
            "ended_at": "2026-11-22T10:00:02Z"
          },
          {
            "name": "compile",
            "state": "failed",
            "started_at": "2026-11-22T10:00:02Z",
            "ended_at": "2026-11-22T10:00:05Z",
            "first_line": 11,
            "last_line": 39
          }
        ],
        "first_error": 13
      }
      """;

  static final String MATCHES =
      """
      {
        "attempt": 1,
        "lines_total": 2000000,
        "matches": [{"line": 13, "ranges": [{"from": 13, "to": 18}]}],
        "count": 1,
        "partly_searched": [],
        "next": 1310721
      }
      """;
}

package org.laassoa.server.audit;

/** Examples for the OpenAPI document. */
final class AuditExamples {

  private AuditExamples() {}

  static final String LINE =
      """
      {"id": 7, "at": "2026-11-22T10:00:00Z", "actor": "admin", "address": "192.0.2.7",
       "action": "putGitServer", "subject": "git-servers/gitea", "status": 201}
      """;

  static final String PAGE =
      """
      {"items": [{"id": 7, "at": "2026-11-22T10:00:00Z", "actor": "admin",
        "address": "192.0.2.7", "action": "putGitServer", "subject": "git-servers/gitea",
        "status": 201}], "total": 1}
      """;
}

package org.laassoa.server.configuration.parentimage;

/** Examples for the API's description. */
final class ParentImageExamples {
  static final String REQUEST =
      """
      {
        "name": "jre",
        "description": "What all Java services run on",
        "build_environment": "jdk",
        "files": {"Dockerfile": "FROM eclipse-temurin:25-jre\\nENV TZ=UTC\\n"},
        "compile_script": null,
        "packaging": {"kind": "dockerfile", "file": "Dockerfile"},
        "image_registry": "team",
        "timeout_seconds": 3600
      }
      """;

  static final String ANSWER =
      """
      {
        "id": 1,
        "name": "jre",
        "description": "What all Java services run on",
        "build_environment": "jdk",
        "files": {
          "Dockerfile": {"version": 1, "content": "FROM eclipse-temurin:25-jre\\nENV TZ=UTC\\n"}
        },
        "compile_script": null,
        "packaging": {"kind": "dockerfile", "file": "Dockerfile"},
        "image_registry": "team",
        "timeout_seconds": 3600,
        "created_at": "2026-11-22T10:00:00Z",
        "updated_at": "2026-11-22T10:00:00Z"
      }
      """;

  private ParentImageExamples() {}
}

package org.laassoa.server.configuration.buildconfiguration;

/** Examples for the API's description. */
final class BuildConfigurationExamples {
  static final String REQUEST =
      """
      {
        "name": "java",
        "description": "Maven, then an image",
        "build_environment": "jdk",
        "files": {
          "compile.sh": "mvn -B clean package\\n",
          "Dockerfile": "FROM eclipse-temurin:25-jre\\nCOPY target/app.jar /app.jar\\n"
        },
        "compile_script": "compile.sh",
        "compile_may_repeat": true,
        "packaging": {"kind": "dockerfile", "file": "Dockerfile", "context": "source"},
        "build_args": {"JAVA": "25"},
        "variables": {"MAVEN_OPTS": "-Xmx1g"},
        "home_files": {".m2/settings.xml": "<settings/>"}
      }
      """;

  static final String ANSWER =
      """
      {
        "id": 1,
        "name": "java",
        "description": "Maven, then an image",
        "build_environment": "jdk",
        "files": {
          "Dockerfile": {
            "version": 1,
            "content": "FROM eclipse-temurin:25-jre\\nCOPY target/app.jar /app.jar\\n"
          },
          "compile.sh": {"version": 3, "content": "mvn -B clean package\\n"}
        },
        "compile_script": "compile.sh",
        "compile_may_repeat": true,
        "packaging": {
          "kind": "dockerfile",
          "file": "Dockerfile",
          "context": "source",
          "build_environment": null
        },
        "build_args": {"JAVA": "25"},
        "parent_image": null,
        "variables": {"MAVEN_OPTS": "-Xmx1g"},
        "home_file_names": [".m2/settings.xml"],
        "created_at": "2026-11-22T10:00:00Z",
        "updated_at": "2026-11-22T10:00:00Z"
      }
      """;

  private BuildConfigurationExamples() {}
}

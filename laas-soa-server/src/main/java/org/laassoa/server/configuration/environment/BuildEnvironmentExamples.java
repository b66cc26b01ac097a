package org.laassoa.server.configuration.environment;

/** Examples for the API's description. */
final class BuildEnvironmentExamples {
  static final String REQUEST =
      """
      {
        "name": "jdk",
        "description": "JDK 25 with Maven",
        "image": "maven:3.9-eclipse-temurin-25",
        "recipe": "RUN apt-get update && apt-get install -y git",
        "pull_policy": "if_missing",
        "network": "bridge",
        "memory_bytes": 2147483648,
        "cpus": 2,
        "tools": ["maven 3.9", "java 25", "git"]
      }
      """;

  static final String ANSWER =
      """
      {
        "id": 1,
        "name": "jdk",
        "description": "JDK 25 with Maven",
        "image": "maven:3.9-eclipse-temurin-25",
        "image_registry": null,
        "recipe": "RUN apt-get update && apt-get install -y git",
        "pull_policy": "if_missing",
        "network": "bridge",
        "memory_bytes": 2147483648,
        "cpus": 2.0,
        "pids": null,
        "tools": ["maven 3.9", "java 25", "git"],
        "created_at": "2026-11-22T10:00:00Z",
        "updated_at": "2026-11-22T10:00:00Z"
      }
      """;

  private BuildEnvironmentExamples() {}
}

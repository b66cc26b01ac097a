package org.laassoa.server.build;

/** Examples for the API's description. */
final class PreviewExamples {
  static final String REQUEST =
      """
      {"type": "branch", "ref": "main", "parameters": {"DEPLOY_TO": "staging"}}
      """;

  static final String ANSWER =
      """
      {
        "project": "hello",
        "type": "branch",
        "ref": "main",
        "build_configuration": "java",
        "script_version": 3,
        "source": {
          "git_server": "git",
          "url": "https://git.example.com/team/hello.git",
          "ref": "main",
          "submodules": false
        },
        "environment": {
          "name": "jdk",
          "image": "maven:3.9-eclipse-temurin-25",
          "build_image": "build_jdk:latest",
          "dockerfile": "FROM maven:3.9-eclipse-temurin-25\\n\\n",
          "pull_policy": "if_missing",
          "network": "bridge",
          "registry": null
        },
        "limits": {"timeout_seconds": 3600, "log_bytes": 4293918720},
        "steps": [
          {"step": "checkout", "script": null, "version": null, "content": null},
          {"step": "scripts", "script": null, "version": null, "content": null},
          {"step": "image", "script": null, "version": null, "content": null},
          {
            "step": "compile",
            "script": "compile.sh",
            "version": 3,
            "content": "mvn -B package\\n"
          }
        ],
        "variables": [
          {"name": "DEPLOY_TO", "value": "staging", "from": "parameter"},
          {"name": "NPM_TOKEN", "value": "***", "from": "secret"}
        ],
        "built_in_variables": ["CI", "LAAS_BUILD_ID"],
        "packaging": null,
        "registry": null,
        "home_files": [".m2/settings.xml"],
        "secret_files": ["SIGNING_KEY"],
        "required_labels": [],
        "unrepeatable_steps": []
      }
      """;

  private PreviewExamples() {}
}

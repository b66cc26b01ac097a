package org.laassoa.server.configuration.file;

/** Examples for the OpenAPI document. */
final class ConfigurationFileExamples {

  private ConfigurationFileExamples() {}

  static final String FILE =
      """
      format: 1
      git_servers:
        applied:
          address: https://git.example.com
          kind: gitea
          port: 3000
      build_environments:
        applied:
          image: busybox:1
      build_configurations:
        applied:
          build_environment: applied
          compile_script: compile.sh
          files:
            compile.sh: |
              #!/bin/sh
              echo hello
      projects:
        applied:
          git_server: applied
          repository: team/applied.git
          build_configuration: applied
      """;

  static final String APPLIED =
      """
      {"dry_run": true, "unchanged": 3, "changes": [{"section": "git_servers",
        "name": "gitea", "effect": "updated",
        "changes": [{"field": "port", "before": 3000, "after": 443}]}]}
      """;
}

package org.laassoa.server.configuration.project;

/** Examples for the API's description. */
final class ProjectExamples {
  static final String REQUEST =
      """
      {
        "name": "shop",
        "description": "The shop",
        "project_type": "java",
        "git_server": null,
        "repository": "team/shop.git",
        "submodules": false,
        "build_configuration": "java",
        "image_registry": "team",
        "variables": {"STAGE": "test"},
        "timeout_seconds": 3600,
        "max_attempts": 2,
        "max_concurrent": 3,
        "newest_only": true,
        "required_labels": ["arch=amd64", "docker"],
        "triggers": {"push": ["main", "release/*"], "tag": ["v*"], "merge_request": true},
        "report_status": true,
        "parameters": [
          {"name": "DEPLOY_TO", "default": "test", "choices": ["test", "staging"]}],
        "downstream": [],
        "public_badge": true,
        "keep_builds": 500,
        "keep_days": null
      }
      """;

  static final String ANSWER =
      """
      {
        "id": 1,
        "name": "shop",
        "description": "The shop",
        "project_type": "java",
        "git_server": null,
        "repository": "team/shop.git",
        "submodules": false,
        "build_configuration": "java",
        "image_registry": "team",
        "variables": {"STAGE": "test"},
        "timeout_seconds": 3600,
        "max_attempts": 2,
        "max_concurrent": 3,
        "newest_only": true,
        "required_labels": ["arch=amd64", "docker"],
        "triggers": {"push": ["main", "release/*"], "tag": ["v*"], "merge_request": true},
        "report_status": true,
        "parameters": [{"name": "DEPLOY_TO", "description": "", "default": "test",
          "required": false, "choices": ["test", "staging"], "pattern": null}],
        "downstream": [{"project": "shop-tests", "ref": "main", "type": "branch", "branches": [],
          "parameter": "IMAGE", "parameters": {}}],
        "public_badge": true,
        "keep_builds": 500,
        "keep_days": null,
        "created_at": "2026-11-22T10:00:00Z",
        "updated_at": "2026-11-22T10:00:00Z"
      }
      """;

  private ProjectExamples() {}
}

package org.laassoa.server.agentwire;

/** Texts and examples for the OpenAPI document. */
final class WireExamples {

  private WireExamples() {}

  static final String CONSUME_DESCRIPTION =
      """
      Every field of the body may be missing, so an empty POST is a poll. What is in `holding` has \
      its lease renewed and counts as acknowledged. An action that this agent was given, has never \
      spoken of and does not hold is handed out again with the same attempt: a lost answer loses \
      nothing. With `wait` the request is held up to that many seconds until there is something. \
      Besides work the answer may carry the orders `cancel` (stop it and report it as cancelled) \
      and `abandon` (its lease is lost: stop, report nothing). The path `/comsume_action` is the \
      same call.
      """;

  static final String CONSUME_REQUEST =
      """
      {"actions": ["build"], "capacity": 2, "wait": 0,
       "holding": [{"action_id": "12", "attempt": 1}], "version": "0.1.0",
       "disk": {"free_bytes": 85899345920, "total_bytes": 214748364800}}
      """;

  static final String CONSUME_ANSWER =
      """
      [{"action": "build", "action_id": "13", "attempt": 1, "lease_seconds": 30,
        "action_data": {"action": "build", "action_id": "13", "action_data_id": "4",
          "project": "hello", "project_type": "java", "type": "branch",
          "build_config": "7", "build_config_file_id": "21",
          "build_config_file_version_list": [{"compile.sh": "3"}, {"Dockerfile": "1"}],
          "source": {"git_server": "git", "repository": "team/hello.git",
            "url": "https://git.example.com/team/hello.git", "ref": "main", "submodules": false},
          "environment": {"name": "jdk", "image": "eclipse-temurin:25", "pull_policy": "if_missing",
            "network": "bridge"},
          "compile_script": "compile.sh", "limits": {"timeout_seconds": 3600},
          "variables": {}, "home_files": {}, "secrets": []}}]
      """;

  static final String FETCH_REQUEST =
      """
      {"data_id": "21", "param_list": [{"build_config_file_version_list": "compile.sh"}]}
      """;

  static final String FETCH_ANSWER =
      """
      {"data_id": "21", "data_list": {"compile.sh": "mvn -B clean package\\n"}}
      """;

  static final String LOG_DESCRIPTION =
      """
      `offset` is where the data begins, in bytes from 0. Bytes that are there already are dropped; \
      a gap is refused with 409 `log-gap`, whose `offset` is the next byte wanted; a former owner \
      is refused with 409 `attempt-superseded`. The bytes themselves can be sent too, as \
      `application/octet-stream` with `action_id`, `attempt` and `offset` as query parameters, \
      optionally with `Content-Encoding: gzip`.
      """;

  static final String LOG_REQUEST =
      """
      {"action_id": "13", "attempt": 1, "offset": 0, "data": "hello\\n"}
      """;

  static final String COMPLETE_DESCRIPTION =
      """
      With `log_bytes` the attempt ends only when that many bytes are here: else 409 \
      `log-incomplete`, whose `offset` is the next byte wanted. With `log_sha256` the stored bytes \
      are checked against it; the build's `log_intact` says the result.
      """;

  static final String COMPLETE_REQUEST =
      """
      {"action_id": "13", "attempt": 1, "outcome": {"result": "succeeded"},
       "steps": [{"name": "compile", "state": "succeeded", "started_at": "2026-11-22T10:00:00Z",
         "ended_at": "2026-11-22T10:00:09Z", "log_from": 0, "log_to": 6}],
       "commit": "0123456789abcdef0123456789abcdef01234567", "images": [],
       "log_bytes": 6,
       "log_sha256": "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"}
      """;

  static final String JOIN_REQUEST =
      """
      {"join_token": "laas-join-EXAMPLE", "name": "host-1", "actions": ["build"], "version": "0.1.0"}
      """;

  static final String LOG_BYTES = "hello\n";

  static final String LOG_ANSWER =
      """
      {"offset": 6}
      """;

  static final String COMPLETE_ANSWER =
      """
      {"state": "succeeded"}
      """;

  static final String JOIN_ANSWER =
      """
      {"agent_id": "1", "token": "laas-agent-EXAMPLE"}
      """;
}

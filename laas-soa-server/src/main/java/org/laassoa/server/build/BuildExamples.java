package org.laassoa.server.build;

/** Examples for the OpenAPI document. */
final class BuildExamples {

  private BuildExamples() {}

  static final String REQUEST =
      """
      {"type": "branch", "ref": "main", "parameters": {"DEPLOY_TO": "staging"}}
      """;

  static final String QUEUED =
      """
      {"id": 13, "action": "build", "project": "hello", "type": "branch", "ref": "main",
       "parameters": {}, "state": "queued",
       "reason": "waits for an agent: host-1 is busy with 2 of 2", "attempt": 0,
       "max_attempts": 2, "images": [], "steps": [], "queued_at": "2026-11-22T10:00:00Z",
       "log_bytes": 0, "requested_by": "admin"}
      """;

  static final String RETRIED =
      """
      {"id": 14, "action": "build", "project": "hello", "type": "branch", "ref": "main",
       "parameters": {}, "state": "queued", "reason": "waits for an agent: none is online",
       "attempt": 0, "max_attempts": 2, "images": [], "steps": [],
       "queued_at": "2026-11-22T10:05:00Z", "log_bytes": 0, "retry_of": 13,
       "requested_by": "admin"}
      """;

  static final String CANCELLED =
      """
      {"id": 13, "action": "build", "project": "hello", "type": "branch", "ref": "main",
       "parameters": {}, "state": "cancelled", "reason": "cancelled", "attempt": 0,
       "max_attempts": 2, "images": [], "steps": [], "outcome": {"result": "cancelled"},
       "queued_at": "2026-11-22T10:00:00Z", "ended_at": "2026-11-22T10:00:03Z",
       "log_bytes": 0, "requested_by": "admin"}
      """;

  static final String PARENT_IMAGE =
      """
      {"id": 15, "action": "build_parent_image", "project": "jre", "parameters": {},
       "state": "queued", "reason": "waits for an agent: none is online", "attempt": 0,
       "max_attempts": 2, "images": [], "steps": [], "queued_at": "2026-11-22T10:10:00Z",
       "log_bytes": 0, "requested_by": "admin"}
      """;

  static final String SUCCEEDED =
      """
      {"id": 13, "action": "build", "project": "hello", "type": "branch", "ref": "main",
       "parameters": {}, "state": "succeeded", "attempt": 1, "max_attempts": 2,
       "agent": "host-1", "commit": "0123456789abcdef0123456789abcdef01234567",
       "images": [{"name": "registry.example.com/hello-main:13_202611221000",
         "id": "sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
         "digest": "sha256:0b8a8ea7cb7a3a2e9a3c5b1bf3f3b2f9b1b4f0b4a9b2f8e5d4c3b2a190807060"}],
       "steps": [{"name": "checkout", "state": "succeeded",
         "started_at": "2026-11-22T10:00:00.1Z", "ended_at": "2026-11-22T10:00:00.4Z",
         "log_from": 0, "log_to": 120}],
       "outcome": {"result": "succeeded"}, "queued_at": "2026-11-22T10:00:00Z",
       "started_at": "2026-11-22T10:00:00.1Z", "ended_at": "2026-11-22T10:00:09Z",
       "log_bytes": 4096,
       "log_sha256": "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03",
       "log_intact": true, "requested_by": "admin"}
      """;

  static final String BATCH =
      """
      {"builds": [{"project": "shop", "ref": "main"}, {"project": "site", "ref": "main"}]}
      """;

  static final String BATCH_ENQUEUED =
      """
      {"builds": [{"id": 17, "project": "shop"}, {"id": 18, "project": "site"}]}
      """;

  static final String BADGE =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="96" height="20">...</svg>
      """;
}

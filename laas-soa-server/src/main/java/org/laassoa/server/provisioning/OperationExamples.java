package org.laassoa.server.provisioning;

/** Examples for the API's description. */
final class OperationExamples {
  static final String RUNNING =
      """
      {
        "id": 7,
        "machine": "builder-1",
        "kind": "provision",
        "state": "running",
        "requested_by": "admin",
        "started_at": "2026-11-22T10:00:00Z",
        "ended_at": null,
        "error": null,
        "advice": null,
        "failure": null,
        "steps": [
          {
            "name": "connect",
            "state": "succeeded",
            "started_at": "2026-11-22T10:00:00Z",
            "ended_at": "2026-11-22T10:00:01Z",
            "output": "host key pinned: ssh-ed25519 SHA256:QkE9PUVYQU1QTEVFWEFNUExFRVhBTVBMRUVYQU1QTEU\\n",
            "error": null
          }
        ]
      }
      """;

  static final String HOST_KEY =
      """
      {
        "machine": "builder-1",
        "algorithm": "ssh-ed25519",
        "fingerprint": "SHA256:QkE9PUVYQU1QTEVFWEFNUExFRVhBTVBMRUVYQU1QTEU",
        "host_key": "ssh-ed25519 SHA256:QkE9PUVYQU1QTEVFWEFNUExFRVhBTVBMRUVYQU1QTEU",
        "public_key": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEV4YW1wbGVFeGFtcGxlRXhhbXBsZUV4YW1wbGVF",
        "pinned": null,
        "comparison": "not_pinned"
      }
      """;

  static final String EVENTS =
      """
      event: step
      id: 1
      data: {"step":"connect","state":"running"}

      event: output
      id: 2
      data: {"step":"connect","text":"signed in as ops\\n"}

      event: step
      id: 3
      data: {"step":"connect","state":"succeeded"}

      event: end
      data: {"state":"succeeded"}

      """;

  private OperationExamples() {}
}

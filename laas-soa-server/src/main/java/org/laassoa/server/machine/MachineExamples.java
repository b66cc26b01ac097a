package org.laassoa.server.machine;

/** Examples for the API's description. */
final class MachineExamples {
  static final String REQUEST =
      """
      {
        "name": "builder-1",
        "description": "The first build host",
        "address": "192.0.2.17",
        "port": 22,
        "username": "ops",
        "password": "a password",
        "become": "sudo",
        "capacity": 4,
        "labels": ["gpu"],
        "server_url": "http://build.example.com:8080"
      }
      """;

  static final String ANSWER =
      """
      {
        "id": 1,
        "name": "builder-1",
        "description": "The first build host",
        "address": "192.0.2.17",
        "port": 22,
        "username": "ops",
        "has_password": true,
        "has_private_key": false,
        "has_passphrase": false,
        "become": "sudo",
        "directory": null,
        "agent_name": "builder-1",
        "capacity": 4,
        "actions": [],
        "labels": ["gpu"],
        "executor": "auto",
        "server_url": "http://build.example.com:8080",
        "host_key": "ssh-ed25519 SHA256:QkE9PUVYQU1QTEVFWEFNUExFRVhBTVBMRUVYQU1QTEU",
        "facts": {
          "os": "Debian GNU/Linux 12 (bookworm)",
          "system": "Linux",
          "kernel": "6.1.0-30-amd64",
          "arch": "x86_64",
          "glibc": "2.36",
          "init": "systemd",
          "engine": "docker 28.1.1",
          "user": "ops",
          "root": false,
          "sudo": true,
          "directory": "/opt/laas-agent",
          "disk_free_bytes": 83000000000,
          "clock_offset_seconds": 0,
          "agent": "0.1.0",
          "agent_runs": true,
          "looked_at": "2026-11-22T10:00:00Z"
        },
        "agent_id": 3,
        "created_at": "2026-11-22T10:00:00Z",
        "updated_at": "2026-11-22T10:00:00Z"
      }
      """;

  private MachineExamples() {}
}

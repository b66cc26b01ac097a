package org.laassoa.server.provisioning;

/** The text of the agent's unit, see systemd.service(5) and systemd.exec(5). */
final class SystemdUnit {

  /**
   * Builds are children of the agent and outlive it: only the agent's own process is signalled, and
   * one that an OOM kill hits does not end the rest. What is protected are things that no build
   * changes; builds that run as plain processes see the rest of the machine as they are used to.
   */
  private static final String TEXT =
      """
      # Written by the laas-soa server: changes are lost when the machine is provisioned.
      [Unit]
      Description=laas-soa agent (%1$s)
      Wants=network-online.target
      After=network-online.target docker.service podman.socket
      StartLimitIntervalSec=0

      [Service]
      Type=exec
      User=%2$s
      WorkingDirectory=%3$s
      Environment=LC_ALL=C.UTF-8
      ExecStart=%4$s --config %5$s
      Restart=on-failure
      RestartSec=1
      RestartPreventExitStatus=2 3
      SuccessExitStatus=143
      KillMode=process
      TimeoutStopSec=60
      OOMPolicy=continue
      LimitNOFILE=65536
      KeyringMode=private
      ProtectClock=yes
      ProtectKernelLogs=yes
      ProtectKernelModules=yes
      RestrictRealtime=yes

      [Install]
      WantedBy=multi-user.target
      """;

  private SystemdUnit() {}

  /** The unit; names and paths hold nothing that systemd would take for a specifier. */
  static String of(AgentFiles files, String user, String agentName) {
    return TEXT.formatted(
        agentName.replace("%", "%%"),
        user,
        files.directory(),
        files.executable(),
        files.settings());
  }
}

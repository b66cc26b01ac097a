package org.laassoa.server.provisioning;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.AgentSession;
import org.laassoa.server.agent.MachineAgent;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFailure;
import org.laassoa.server.machine.MachineSpec;
import org.laassoa.server.provisioning.ssh.RemoteCommand;
import org.laassoa.server.provisioning.ssh.SshFailure;

/**
 * Writes the agent's settings: with a join token of its own, unless the agent that is there has
 * joined this server as this machine's.
 */
final class Configure implements Step {
  private static final Duration JOIN_WITHIN = Duration.ofMinutes(15);

  private static final String SAME =
      "[ \"$(sha256sum \"$1\" 2>/dev/null | cut -c1-64)\" = \"$2\" ]";

  @JsonNaming(SnakeCaseStrategy.class)
  private record Identity(String server, @Nullable String token) {}

  @Override
  public String name() {
    return "configure";
  }

  @Override
  public void run(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    MachineSpec machine = visit.machine();
    AgentFiles files = visit.files();
    String server = server(visit);
    if (isKnown(visit, server)) {
      String content = AgentProperties.of(machine.agent(), server, files, null);
      if (visit.run(RemoteCommand.of(SAME, files.settings(), sha256(content))).succeeded()) {
        visit.say("the settings are there already, and the agent has joined");
        return;
      }
      HangUp.want(visit);
      write(visit, content);
      visit.say("settings written; the agent has joined before");
    } else {
      HangUp.want(visit);
      String token = visit.tools().agents().createJoinToken(JOIN_WITHIN, machine.id()).token();
      visit.require(
          RemoteCommand.of("rm -f \"$1\"", files.identity()),
          MachineFailure.of(FailureCode.IDENTITY_STAYS).with("file", files.identity()));
      write(visit, AgentProperties.of(machine.agent(), server, files, token));
      visit.say("settings written, with a join token for this machine");
    }
  }

  /** Where the machine reaches this server. */
  static String server(Visit visit) throws StepFailure {
    String own = visit.machine().agent().serverUrl();
    Optional<String> usual = visit.tools().config().publicUrl();
    if (own == null && usual.isEmpty()) {
      throw new StepFailure(MachineFailure.of(FailureCode.NO_SERVER_ADDRESS));
    }
    return (own == null ? usual.orElseThrow() : own).replaceFirst("/+$", "");
  }

  /** Whether the agent that is there is the one that this server knows as the machine's. */
  private static boolean isKnown(Visit visit, String server)
      throws SshFailure, InterruptedException {
    String json =
        visit.run(RemoteCommand.of("cat \"$1\" 2>/dev/null", visit.files().identity())).output();
    if (!json.strip().startsWith("{")) {
      return false;
    }
    Identity identity = identity(visit, json);
    if (identity == null || identity.token() == null || !server.equals(identity.server())) {
      return false;
    }
    Optional<Long> joined =
        visit
            .tools()
            .agents()
            .authenticate(identity.token())
            .map(AgentSession::agent)
            .map(agent -> agent.id());
    return joined.isPresent()
        && joined.equals(
            visit.tools().agents().ofMachine(visit.machine().id()).map(MachineAgent::id));
  }

  private static @Nullable Identity identity(Visit visit, String json) {
    try {
      return visit.tools().json().read(json, Identity.class);
    } catch (IllegalStateException unreadable) {
      return null;
    }
  }

  /** Appears as a whole, and is never readable for others. */
  static void write(Visit visit, String content)
      throws StepFailure, SshFailure, InterruptedException {
    String path = visit.files().settings();
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    visit.session().write(path + ".new", 0600, new ByteArrayInputStream(bytes), sent -> {});
    visit.require(
        RemoteCommand.of("mv -f \"$1.new\" \"$1\"", path),
        MachineFailure.of(FailureCode.SETTINGS_NOT_PLACED).with("file", path));
  }

  private static String sha256(String content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

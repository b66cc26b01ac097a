package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.PackagedAgent;

/** A server behind TLS whose certificate only this machine's own bundle vouches for. */
class TrustIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path folder;
  private TlsServer server;

  @BeforeEach
  void startServer() throws Exception {
    server = TlsServer.start(folder.resolve("server"));
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void the_agent_trusts_what_the_machine_trusts() throws Exception {
    try (PackagedAgent agent = agent(Map.of("SSL_CERT_FILE", server.certificate().toString()))) {
      String line = agent.process().await(Pattern.compile("Joined https://.*"), LIMIT).group();

      assertThat(line).contains(server.address().toString());
      assertThat(server.awaitPoll(LIMIT)).isTrue();
    }
  }

  @Test
  void the_doctor_trusts_what_the_machine_trusts() throws Exception {
    List<String> program = new ArrayList<>(Checkout.agentCommand());
    program.add("doctor");
    try (PackagedAgent doctor =
        PackagedAgent.start(
            program,
            server.address(),
            "laas-join-of-the-test",
            settings(Map.of("SSL_CERT_FILE", server.certificate().toString())))) {
      doctor.process().awaitExit(LIMIT);

      assertThat(doctor.process().log())
          .contains(server.address() + " answers", "1 certificate authorities")
          .doesNotContain("not trusted");
    }
  }

  @Test
  void nobody_else_is_trusted() throws Exception {
    try (PackagedAgent agent = agent(Map.of())) {
      String line = agent.process().await(Pattern.compile("does not answer yet.*"), LIMIT).group();

      assertThat(line).containsIgnoringCase("certif");
      assertThat(server.requests()).isZero();
    }
  }

  private PackagedAgent agent(Map<String, String> environment) {
    return PackagedAgent.start(server.address(), "laas-join-of-the-test", settings(environment));
  }

  private PackagedAgent.Settings settings(Map<String, String> environment) {
    return new PackagedAgent.Settings("tls", folder.resolve("agent"), "process", 1, environment);
  }
}

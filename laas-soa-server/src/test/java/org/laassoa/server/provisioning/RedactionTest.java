package org.laassoa.server.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.laassoa.server.machine.MachineLogin;

class RedactionTest {
  private static final String TOKEN = "laas-agent-" + "x".repeat(43);

  @Test
  void logins_keys_and_tokens_are_taken_out() {
    Redaction redaction =
        new Redaction(
            new MachineLogin(
                "ops",
                "hunter2",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE\n-----END",
                "open sesame"));

    String clean = redaction.of("hunter2 b3BlbnNzaC1rZXktdjE open sesame " + TOKEN + " ops");

    assertThat(clean).isEqualTo("*** *** *** *** ops");
  }

  @Test
  void folders_of_the_agent_are_no_tokens() {
    Redaction redaction = new Redaction(new MachineLogin("ops", null, null, null));

    assertThat(redaction.of("/opt/laas-agent-2/root")).isEqualTo("/opt/laas-agent-2/root");
  }
}

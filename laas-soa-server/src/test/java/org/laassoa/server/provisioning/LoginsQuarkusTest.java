package org.laassoa.server.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laassoa.server.configuration.ConfigurationApi.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.server.EmbeddedPostgresResource;

/** How the server signs in on machines, and what it says where that fails; a real SSH server. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
@WithTestResource(AgentFolder.class)
class LoginsQuarkusTest {

  @TempDir Path folder;

  @Test
  void a_password_signs_in_and_the_host_key_is_pinned_and_shown() {
    TestMachine machine = TestMachine.bare();

    JsonPath look = machine.succeed("look");

    String pinned = machine.show().getString("host_key");
    assertThat(pinned).matches("ssh-ed25519 SHA256:\\S{43}");
    assertThat(TestMachine.output(look, "connect")).contains("host key pinned: " + pinned);
    assertThat(machine.show().getString("facts.user")).isEqualTo(SshWorld.user());
  }

  @Test
  void a_private_key_signs_in() {
    TestMachine machine =
        TestMachine.bare().with("password", null).with("private_key", SshWorld.key()).store();

    machine.succeed("look");

    assertThat(machine.show().getBoolean("has_password")).isFalse();
    assertThat(machine.show().getBoolean("has_private_key")).isTrue();
  }

  @Test
  void an_encrypted_key_signs_in_with_its_passphrase() {
    TestMachine machine =
        TestMachine.bare()
            .with("password", null)
            .with("private_key", SshWorld.encryptedKey())
            .with("passphrase", SshWorld.passphrase())
            .store();

    machine.succeed("look");

    assertThat(machine.show().getBoolean("has_passphrase")).isTrue();
  }

  @Test
  void a_wrong_passphrase_is_told() {
    TestMachine machine =
        TestMachine.bare()
            .with("password", null)
            .with("private_key", SshWorld.encryptedKey())
            .with("passphrase", "not this one")
            .store();

    JsonPath look = machine.run("look");

    assertFailed(look, "its passphrase is wrong", "passphrase");
    assertThat(look.prettify()).doesNotContain("not this one");
  }

  @Test
  void a_refused_password_is_told_without_showing_it() {
    TestMachine machine = TestMachine.bare().with("password", "wrong-pw-2718").store();

    JsonPath look = machine.run("look");

    assertFailed(look, "refuses to let " + SshWorld.user() + " in by its password", "password");
    assertThat(look.prettify()).doesNotContain("wrong-pw-2718");
  }

  @Test
  void a_refused_key_is_told() throws IOException, InterruptedException {
    Path key = folder.resolve("key");
    new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
        .start()
        .waitFor();
    TestMachine machine =
        TestMachine.bare()
            .with("password", null)
            .with("private_key", Files.readString(key))
            .store();

    JsonPath look = machine.run("look");

    assertFailed(look, "in by its key", "authorized_keys");
    assertThat(look.prettify()).doesNotContain(Files.readAllLines(key).get(1));
  }

  @Test
  void a_machine_without_a_login_is_told() {
    JsonPath look = TestMachine.bare().with("password", null).store().run("look");

    assertFailed(look, "neither a password nor a private key", "private_key");
  }

  @Test
  void a_port_that_nobody_listens_on_is_told() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    JsonPath look = TestMachine.bare().with("port", port).store().run("look");

    assertFailed(look, "nothing answers at " + SshWorld.host() + " port " + port, "sshd");
  }

  @Test
  void an_unknown_host_is_told() {
    JsonPath look = TestMachine.bare().with("address", "no-such-host.invalid").store().run("look");

    assertFailed(look, "no host is known by the name no-such-host.invalid", "name service");
  }

  @Test
  void something_else_than_an_ssh_server_is_told() throws IOException {
    try (ServerSocket web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (var socket = web.accept()) {
                  socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });

      JsonPath look = TestMachine.bare().with("port", web.getLocalPort()).store().run("look");

      assertFailed(look, "no SSH session with", "SSH server");
    }
  }

  @Test
  void a_changed_host_key_is_refused_and_nothing_is_sent() throws Exception {
    try (TestSshd sshd = TestSshd.start()) {
      TestMachine machine = TestMachine.bare().with("port", sshd.port()).store();
      machine.succeed("look");
      String pinned = machine.show().getString("host_key");
      sshd.startWithNewKey();

      JsonPath look = machine.run("look");

      assertFailed(look, "the host key has changed: pinned is " + pinned, "host-key");
      assertThat(look.getString("error")).containsPattern("shows ssh-ed25519 SHA256:\\S{43}");
      org.awaitility.Awaitility.await()
          .atMost(10, TimeUnit.SECONDS)
          .until(() -> sshd.log().contains("[preauth]"));
      assertThat(sshd.log()).doesNotContain("userauth-request");
      assertThat(machine.show().getString("host_key")).isEqualTo(pinned);
    }
  }

  @Test
  void a_forgotten_host_key_is_pinned_anew() throws Exception {
    try (TestSshd sshd = TestSshd.start()) {
      TestMachine machine = TestMachine.bare().with("port", sshd.port()).store();
      machine.succeed("look");
      String before = machine.show().getString("host_key");
      sshd.startWithNewKey();
      String path = "/api/machines/" + machine.name() + "/host-key";

      as("admin").delete(path).then().statusCode(204);

      machine.succeed("look");
      assertThat(machine.show().getString("host_key")).isNotEqualTo(before).isNotNull();
    }
  }

  @Test
  void a_host_key_that_is_known_beforehand_is_held_to_from_the_first_contact() {
    String other = "ssh-ed25519 SHA256:" + "A".repeat(43);

    JsonPath look = TestMachine.bare().with("host_key", other).store().run("look");

    assertFailed(look, "pinned is " + other, "host-key");
  }

  @Test
  void a_key_of_another_type_than_the_pinned_one_is_refused() {
    String other = "ssh-rsa SHA256:" + "A".repeat(43);

    JsonPath look = TestMachine.bare().with("host_key", other).store().run("look");

    assertFailed(look, "pinned is " + other + ", but the host shows ssh-ed25519", "host-key");
  }

  private static void assertFailed(JsonPath operation, String error, String advice) {
    assertThat(operation.getString("state")).isEqualTo("failed");
    assertThat(operation.getString("error")).contains(error);
    assertThat(operation.getString("advice")).contains(advice);
  }
}

package org.laassoa.server.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.laassoa.server.configuration.ConfigurationApi.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

/** A machine's host key is shown and confirmed before anything is sent to it; a real SSH server. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
@WithTestResource(AgentFolder.class)
class HostKeyQuarkusTest {

  private TestSshd sshd;
  private TestMachine machine;

  @BeforeEach
  void aMachineThatWasNeverContacted() throws IOException, InterruptedException {
    sshd = TestSshd.start();
    machine = TestMachine.bare().with("port", sshd.port()).store();
  }

  @AfterEach
  void end() throws IOException, InterruptedException {
    if (sshd != null) {
      sshd.close();
    }
  }

  @Test
  void the_key_that_it_shows_is_fetched_and_nothing_is_pinned() throws IOException {
    JsonPath key = fetch();

    assertThat(sshd.publicKey()).startsWith(key.getString("public_key"));
    assertThat(key.getString("algorithm")).isEqualTo("ssh-ed25519");
    assertThat(key.getString("host_key"))
        .isEqualTo(key.getString("algorithm") + " " + key.getString("fingerprint"))
        .matches("ssh-ed25519 SHA256:\\S{43}");
    assertThat(key.getString("comparison")).isEqualTo("not_pinned");
    assertThat(machine.show().getString("host_key")).isNull();
  }

  @Test
  void neither_account_nor_password_is_sent_to_fetch_it() throws IOException {
    fetch();

    awaitLog("[preauth]");
    assertThat(sshd.log())
        .contains("SSH2_MSG_NEWKEYS")
        .doesNotContain("userauth")
        .doesNotContain(SshWorld.user());
    // So that the log would have shown it.
    machine.succeed("look");
    assertThat(sshd.log()).contains("userauth-request for user " + SshWorld.user());
  }

  @Test
  void a_key_that_is_confirmed_is_the_one_that_operations_hold_to() {
    JsonPath key = fetch();

    confirm(key);

    assertThat(machine.show().getString("host_key")).isEqualTo(key.getString("host_key"));
    assertThat(fetch().getString("comparison")).isEqualTo("same");
    assertThat(TestMachine.output(machine.succeed("look"), "connect"))
        .contains("host key as pinned: " + key.getString("host_key"));
  }

  @Test
  void another_key_than_the_pinned_one_is_told_beside_it() throws Exception {
    JsonPath before = fetch();
    confirm(before);
    sshd.startWithNewKey();

    JsonPath now = fetch();

    assertThat(now.getString("comparison")).isEqualTo("changed");
    assertThat(now.getString("pinned")).isEqualTo(before.getString("host_key"));
    assertThat(now.getString("host_key")).isNotEqualTo(before.getString("host_key"));
    assertThat(machine.show().getString("host_key")).isEqualTo(before.getString("host_key"));
  }

  @Test
  void where_nothing_answers_it_is_told_what_to_do() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    machine.with("port", port).store();

    ValidatableResponse answer = ask("admin");

    answer
        .statusCode(422)
        .body("type", equalTo("urn:laas-soa:problem:machine-not-reached"))
        .body("detail", containsString("nothing answers at"))
        .body("advice", containsString("sshd"))
        .body("code", equalTo("nothing_answers"))
        .body("details.port", equalTo(Integer.toString(port)));
  }

  @Test
  void only_administrators_make_the_server_connect() throws IOException {
    ask("developer").statusCode(403);
    as("admin").post("/api/machines/none/host-key/fetch").then().statusCode(404);

    assertThat(sshd.log()).doesNotContain("Connection from");
  }

  private JsonPath fetch() {
    return ask("admin").statusCode(200).extract().jsonPath();
  }

  private ValidatableResponse ask(String role) {
    return as(role).post("/api/machines/" + machine.name() + "/host-key/fetch").then();
  }

  private void confirm(JsonPath key) {
    as("admin")
        .contentType("application/merge-patch+json")
        .body("{\"host_key\": \"%s\"}".formatted(key.getString("host_key")))
        .patch("/api/machines/" + machine.name())
        .then()
        .statusCode(200);
  }

  private void awaitLog(String text) {
    Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> sshd.log().contains(text));
  }
}

package org.laassoa.builder.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.server.ServerFailure.RequestRefused;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;
import org.laassoa.builder.server.ServerFailure.TokenRefused;
import org.laassoa.builder.testing.ScriptedConnection;

class JoinServerTest {

  @TempDir Path folder;

  private final ScriptedConnection server = new ScriptedConnection();

  @Test
  void a_join_token_is_traded_for_an_identity_that_only_the_owner_reads() throws Exception {
    Identity identity = join("http://one", "j1");

    assertThat(identity).isEqualTo(new Identity("http://one", "a1", "token-of-j1"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(identity.toString()).doesNotContain("token-of");
  }

  @Test
  void a_known_identity_is_used_again_without_a_join_token() throws Exception {
    Identity first = join("http://one", "j1");

    Identity second = join("http://one", null);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void an_identity_of_another_server_is_not_used() throws Exception {
    join("http://one", "j1");

    Identity other = join("http://two", "j2");

    assertThat(other.token()).isEqualTo("token-of-j2");
  }

  @Test
  void without_identity_and_token_the_way_to_give_one_is_said() {
    assertThatThrownBy(() -> join("http://one", null))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("--join TOKEN");
  }

  @Test
  void a_server_that_is_not_up_yet_is_waited_for() throws Exception {
    server.fail(new ServerUnreachable("refused", new IOException()));

    assertThat(join("http://one", "j1").agentId()).isEqualTo("a1");
  }

  @Test
  void a_refused_join_token_ends_the_start() {
    server.fail(new TokenRefused("HTTP 401: expired", new IOException()));

    assertThatThrownBy(() -> join("http://one", "j1"))
        .isInstanceOfSatisfying(
            StartFailure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(StartFailure.REFUSED))
        .hasMessageContaining("expired")
        .hasMessageNotContaining("j1");
  }

  @Test
  void a_join_that_is_refused_for_its_content_ends_the_start() {
    server.fail(new RequestRefused("HTTP 400: name", "", 0, new IOException()));

    assertThatThrownBy(() -> join("http://one", "j1")).isInstanceOf(StartFailure.class);
  }

  private Identity join(String address, @Nullable String token) throws Exception {
    Settings settings = TestSettings.joining(URI.create(address), token, folder);
    return new JoinServer(settings, "0.1.0", new PrivateJsonFile<>(file(), Identity.class))
        .run(server);
  }

  private Path file() {
    return folder.resolve("identity.json");
  }
}

package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.endtoend.process.PackagedServer;

/** Whose word counts for where a call comes from. */
class TrustedProxiesIT {

  private static final String CLAIMED = "192.0.2.7";

  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8, 192.0.2.7", // the call comes from a trusted proxy
    "198.51.100.1, 127.0.0.1", // there is one, and the call does not come from it
  })
  void an_agents_address_is_that_of_the_header_only_behind_a_trusted_proxy(
      String trusted, String seen, @TempDir Path home) throws IOException, InterruptedException {
    var settings =
        new PackagedServer.Settings(
            home, 0, "a password", Map.of("LAAS_TRUSTED_PROXIES", trusted), List.of());
    try (PackagedServer server = PackagedServer.start(settings)) {
      String token = join(server);

      poll(server.address(), token);

      await()
          .untilAsserted(
              () -> {
                JsonNode agent = server.api().get("/api/agents").at("/items/0");
                assertThat(agent.path("address").asText()).isEqualTo(seen);
              });
    }
  }

  private static String join(PackagedServer server) throws InterruptedException {
    return server
        .api()
        .post("/join_agent", Map.of("join_token", server.api().joinToken(), "name", "behind"))
        .path("token")
        .asText();
  }

  private static void poll(URI server, String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/consume_action"))
            .header("Authorization", "Bearer " + token)
            .header("X-Forwarded-For", CLAIMED)
            .POST(BodyPublishers.ofString("{}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
  }
}

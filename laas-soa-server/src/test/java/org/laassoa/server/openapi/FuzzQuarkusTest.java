package org.laassoa.server.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.RoleHeader;
import org.laassoa.server.agentwire.AgentCalls;

/**
 * Every operation of the OpenAPI document, with odd requests that are made from the document: no
 * fault of the server, no stack trace, no secret in an answer or in the log, and what is refused
 * has changed nothing.
 */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class FuzzQuarkusTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** In every secret that is stored before. */
  private static final String CANARY = "canary-in-a-coal-mine";

  /** It would wait for minutes by design, or has a test of its own kind with a real agent. */
  private static final Set<String> LEFT_OUT = Set.of("followLog", "followOperation");

  /** What a project may show to everybody; it has tests of its own. */
  private static final Set<String> PUBLIC = Set.of("getBadge");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final List<String> logged = new ArrayList<>();
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          synchronized (logged) {
            logged.add(line.getLevel() + " " + line.getMessage() + " " + trace(line.getThrown()));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @TestHTTPResource("/")
  URI server;

  @Inject StoredState state;

  private DescribedApi api;
  private RequestFuzzer fuzzer;

  @BeforeEach
  void given_entries_of_every_kind_with_secrets() throws IOException {
    Logger.getLogger("").addHandler(listening);
    api = new DescribedApi(JSON.readTree(RestAssured.get("/q/openapi?format=json").asString()));
    Map<String, String> places = new HashMap<>();
    api.at("/paths")
        .properties()
        .forEach(
            path -> {
              JsonNode request = path.getValue().at("/put/requestBody/content/application~1json");
              JsonNode example = request.path("examples").path("example").path("value");
              if (path.getKey().endsWith("/{name}") && example.has("name")) {
                String kind = path.getKey().replace("/{name}", "");
                places.put(kind + "{name}", example.path("name").asText());
                assertThat(
                        put(
                                kind.replace("/api/", "") + "/" + example.path("name").asText(),
                                withCanary(example))
                            .extract()
                            .statusCode())
                    .as("put of the example of %s", kind)
                    .isIn(200, 201, 400);
              }
            });
    fuzzer = new RequestFuzzer(api, places);
  }

  @AfterEach
  void leave_nothing_to_do_behind() {
    Logger.getLogger("").removeHandler(listening);
    AgentCalls.emptyQueue();
    // Who is told of builds, and which agents may take them, is for every test after this one.
    for (String kind : List.of("webhooks", "capability-rules")) {
      List<String> names = as("admin").get("/api/" + kind + "?size=500").path("items.name");
      names.forEach(name -> as("admin").delete("/api/" + kind + "/{name}", name));
    }
  }

  @Test
  void no_odd_request_is_a_fault_of_the_server_tells_a_secret_or_changes_what_it_is_refused_for()
      throws Exception {
    Map<String, String> wrong = new TreeMap<>();
    int sent = 0;
    String before = state.fingerprint();
    for (Map.Entry<String, DescribedApi.Operation> each : operations()) {
      String method = each.getKey();
      for (FuzzedRequest request : fuzzer.of(method, each.getValue())) {
        HttpResponse<String> answer = send(request, Map.of(RoleHeader.NAME, "admin"));
        sent++;
        complaint(answer).ifPresent(complaint -> wrong.put(request.toString(), complaint));
        if (!method.equals("GET")) {
          String after = state.fingerprint();
          if (answer.statusCode() >= 400 && !after.equals(before)) {
            wrong.put(request.toString(), "was refused and changed " + state.difference(before));
          }
          before = after;
        }
      }
      String after = state.fingerprint();
      if (!after.equals(before)) {
        wrong.put(each.getValue().toString(), "reads, and changed " + state.difference(before));
      }
      before = after;
    }

    assertThat(wrong).isEmpty();
    assertThat(sent).isGreaterThan(3_000);
    synchronized (logged) {
      assertThat(logged)
          .noneMatch(line -> line.contains(CANARY))
          .noneMatch(line -> line.contains("Incident"));
    }
  }

  @Test
  void nobody_gets_anything_without_signing_in() throws Exception {
    for (Map.Entry<String, DescribedApi.Operation> each : operations()) {
      if (each.getValue().node().path("security").isEmpty()
          || PUBLIC.contains(each.getValue().id())) {
        continue;
      }
      FuzzedRequest request = fuzzer.plain(each.getKey(), each.getValue());
      String before = state.fingerprint();

      HttpResponse<String> answer = send(request, Map.of());

      assertThat(answer.statusCode()).as("%s", request).isEqualTo(401);
      assertThat(complaint(answer)).as("%s", request).isEmpty();
      assertThat(state.fingerprint()).as("%s", request).isEqualTo(before);
    }
  }

  @Test
  void a_body_that_is_too_long_is_refused_unread() throws Exception {
    FuzzedRequest large =
        new FuzzedRequest(
            "17 MiB",
            "PUT",
            "/api/git-servers/large",
            "application/json",
            ("{\"address\":\"" + "x".repeat(17 << 20) + "\"}").getBytes(UTF_8));

    assertThat(as("admin").body(large.body()).put("/api/git-servers/large").statusCode())
        .isEqualTo(413);
  }

  private List<Map.Entry<String, DescribedApi.Operation>> operations() {
    List<Map.Entry<String, DescribedApi.Operation>> operations = new ArrayList<>();
    api.at("/paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          var operation =
                              api.new Operation(path.getKey(), method.getKey(), method.getValue());
                          if (method.getValue().has("responses")
                              && path.getKey().startsWith("/api/")
                              && !LEFT_OUT.contains(operation.id())) {
                            operations.add(
                                Map.entry(
                                    method.getKey().toUpperCase(java.util.Locale.ROOT), operation));
                          }
                        }));
    // What deletes comes last, so that the others have something to work on.
    operations.sort(
        java.util.Comparator.comparing(operation -> operation.getKey().equals("DELETE")));
    return operations;
  }

  private HttpResponse<String> send(FuzzedRequest request, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder call =
        HttpRequest.newBuilder(URI.create(server.toString().replaceAll("/$", "") + request.path()))
            .timeout(Duration.ofSeconds(30))
            .method(
                request.method(),
                request.body() == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(request.body()));
    headers.forEach(call::header);
    if (request.contentType() != null) {
      call.header("Content-Type", request.contentType());
    }
    return client.send(call.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private static java.util.Optional<String> complaint(HttpResponse<String> answer) {
    String body = answer.body();
    if (answer.statusCode() >= 500) {
      return java.util.Optional.of("status " + answer.statusCode() + " " + body);
    }
    if (body.contains(CANARY)) {
      return java.util.Optional.of("a secret in the answer");
    }
    if (body.contains("\tat ") || body.contains("Exception") || body.contains("org.laassoa")) {
      return java.util.Optional.of("a stack trace or a class: " + body);
    }
    if (answer.headers().firstValue("X-Injected").isPresent()) {
      return java.util.Optional.of("a header of the caller's");
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return answer.statusCode() >= 400 && !type.startsWith("application/problem+json")
        ? java.util.Optional.of("status " + answer.statusCode() + " as " + type + ": " + body)
        : java.util.Optional.empty();
  }

  private static String withCanary(JsonNode example) {
    return example
        .toString()
        .replaceAll("(\"(?:password|token|secret|passphrase|value)\":\")[^\"]*", "$1" + CANARY)
        .replaceAll("(\"home_files\":\\{\"[^\"]*\":\")[^\"]*", "$1" + CANARY);
  }

  private static String trace(Throwable thrown) {
    StringBuilder all = new StringBuilder();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      all.append(cause).append('\n');
    }
    return all.toString();
  }
}

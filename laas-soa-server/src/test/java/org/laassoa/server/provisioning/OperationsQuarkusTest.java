package org.laassoa.server.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.laassoa.server.configuration.ConfigurationApi.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.RoleHeader;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFailure;

/** Operations as their callers see them: one at a time, kept, and followed live. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
@WithTestResource(AgentFolder.class)
class OperationsQuarkusTest {

  @Inject OperationStore store;
  @Inject Operations operations;
  @Inject Transactions transactions;

  private TestMachine machine;

  @BeforeEach
  void haveMachine() {
    AgentFolder.holds("1", "laas-agent-linux-amd64");
    machine = TestMachine.bare();
  }

  @Test
  void a_second_operation_at_the_same_time_is_refused() {
    long running = beginElsewhere();

    as("admin")
        .post("/api/machines/" + machine.name() + "/look")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:laas-soa:problem:operation-under-way"));

    store.end(running, new OperationEnd.Succeeded());
    machine.succeed("look");
  }

  @Test
  void of_many_operations_that_begin_at_once_one_does() {
    List<Integer> answers =
        Stream.generate(() -> "/api/machines/" + machine.name() + "/look")
            .limit(8)
            .parallel()
            .map(path -> as("admin").post(path).statusCode())
            .sorted()
            .toList();

    assertThat(answers).startsWith(202).containsOnlyOnce(202).endsWith(409);
    await().until(() -> operations.ofMachine(machine.name()).getFirst().endedAt() != null);
  }

  @Test
  void an_operation_whose_server_is_gone_is_ended_by_another() {
    long lost = beginElsewhere();
    transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(
                  connection,
                  "UPDATE machine_operations SET beat_at = now() - interval '31 s' WHERE id = ?")) {
            return statement.add(lost).update();
          }
        });

    operations.beat();

    JsonPath shown = TestMachine.operation(lost);
    assertThat(shown.getString("state")).isEqualTo("failed");
    assertThat(shown.getString("error")).contains("is gone");
    machine.succeed("look");
  }

  @Test
  void a_machine_is_not_deleted_while_something_is_done_on_it() {
    beginElsewhere();

    as("admin")
        .delete("/api/machines/" + machine.name())
        .then()
        .statusCode(409)
        .body("used_by", equalTo(List.of("operation look")));
  }

  @Test
  void an_operation_is_followed_to_its_end_and_from_any_event() throws Exception {
    long id = machine.begin("look");

    List<String> all = follow(id, null);

    assertThat(all)
        .startsWith("id:1", "event:step", "data:{\"step\":\"connect\",\"state\":\"running\"}")
        .endsWith("event:end", "data:{\"state\":\"succeeded\"}");
    assertThat(all).filteredOn(line -> line.startsWith("data:")).hasSizeGreaterThan(5);
    assertThat(follow(id, "3")).isEqualTo(all.subList(all.indexOf("id:4"), all.size()));
  }

  @Test
  void output_is_told_while_the_operation_runs() throws Exception {
    long running = beginElsewhere();
    StoredJournal journal = new StoredJournal(store, running);
    try (var lines = events(running, null)) {
      var told = lines.iterator();
      journal.started("look");
      assertThat(next(told)).isEqualTo("data:{\"step\":\"look\",\"state\":\"running\"}");

      journal.output("look", "hello\n");

      assertThat(next(told)).isEqualTo("data:{\"step\":\"look\",\"text\":\"hello\\n\"}");
      assertThat(TestMachine.operation(running).getString("state")).isEqualTo("running");
      MachineFailure failure = MachineFailure.of(FailureCode.TOOLS_MISSING).with("tools", "tar");
      store.end(running, new OperationEnd.Failed("look", failure));
      assertThat(next(told))
          .isEqualTo(
              "data:{\"state\":\"failed\",\"error\":\"look: the machine lacks tar\","
                  + "\"advice\":\"Install what is missing.\"}");
      JsonPath ended = TestMachine.operation(running);
      assertThat(ended.getString("failure.code")).isEqualTo("tools_missing");
      assertThat(ended.getString("failure.step")).isEqualTo("look");
      assertThat(ended.getString("failure.details.tools")).isEqualTo("tar");
    }
  }

  @Test
  void operations_are_listed_newest_first_by_name_or_number() {
    machine.succeed("look");
    machine.succeed("look");

    JsonPath list =
        as("viewer")
            .get("/api/machines/" + machine.show().getLong("id") + "/operations")
            .jsonPath();

    List<Long> ids = list.getList("items.id", Long.class);
    assertThat(ids).hasSize(2).isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void only_administrators_begin_operations_and_viewers_see_them() {
    String path = "/api/machines/" + machine.name();

    as("developer").post(path + "/provision").then().statusCode(403);
    as("developer").delete(path + "/host-key").then().statusCode(403);
    as("viewer").get(path + "/operations").then().statusCode(200);
  }

  @Test
  void what_is_not_there_is_not_found() {
    as("admin").post("/api/machines/nobody/look").then().statusCode(404);
    as("viewer").get("/api/machine-operations/99999999").then().statusCode(404);
    as("viewer").get("/api/machine-operations/x/events").then().statusCode(404);
  }

  private long beginElsewhere() {
    return store.begin(machine.show().getLong("id"), OperationKind.LOOK, "admin").orElseThrow();
  }

  private static String next(java.util.Iterator<String> lines) {
    String line = lines.next();
    while (!line.startsWith("data:")) {
      line = lines.next();
    }
    return line;
  }

  private static List<String> follow(long id, String lastEventId) throws Exception {
    try (var lines = events(id, lastEventId)) {
      return lines.filter(line -> line.matches("(id|event|data):.+")).toList();
    }
  }

  private static Stream<String> events(long id, String lastEventId) throws Exception {
    URI address =
        URI.create(
            "http://127.0.0.1:" + RestAssured.port + "/api/machine-operations/" + id + "/events");
    HttpRequest.Builder request = HttpRequest.newBuilder(address).header(RoleHeader.NAME, "viewer");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines()).body();
  }
}

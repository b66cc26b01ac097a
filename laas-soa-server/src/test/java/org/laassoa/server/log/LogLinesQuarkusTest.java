package org.laassoa.server.log;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.agentwire.AgentCalls;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class LogLinesQuarkusTest {

  @Inject Transactions transactions;

  private AgentCalls agent;
  private String build = "";

  @BeforeEach
  void oneRunningBuild() {
    AgentCalls.emptyQueue();
    put("git-servers/lines", "{\"address\":\"https://git.example\"}");
    put("build-environments/lines", "{\"image\":\"busybox:1\"}");
    put(
        "build-configurations/lines",
        """
        {"build_environment":"lines","files":{"compile.sh":"true"},"compile_script":"compile.sh"}
        """);
    put(
        "projects/lines",
        """
        {"repository":"team/app.git","git_server":"lines","build_configuration":"lines"}
        """);
    as("developer").body("{\"ref\": \"main\"}").post("/api/projects/lines/builds");
    agent = AgentCalls.joined();
    build = agent.takeOne();
  }

  private void print(int offset, String json) {
    agent
        .call(
            "/log_data",
            """
            {"action_id": "%s", "attempt": 1, "offset": %d, "data": "%s"}
            """
                .formatted(build, offset, json))
        .statusCode(200);
  }

  private void fail() {
    agent
        .call(
            "/complete_action",
            """
            {"action_id": "%s", "attempt": 1, "steps": [
               {"name": "compile", "state": "failed", "started_at": "2026-11-22T10:00:00Z",
                "ended_at": "2026-11-22T10:00:01Z", "log_from": 6, "log_to": 26}],
             "outcome": {"result": "script_failed", "step": "compile", "exit_code": 1}}
            """
                .formatted(build))
        .statusCode(200);
  }

  private ValidatableResponse get(String rest) {
    return as("viewer").get("/api/builds/" + build + "/log/" + rest).then();
  }

  @Test
  void lines_are_read_from_anywhere() {
    print(0, "one\\ntwo\\r\\nthree");

    get("lines?from=2&count=5")
        .statusCode(200)
        .body("attempt", equalTo(1))
        .body("bytes", equalTo(14))
        .body("lines_total", equalTo(3))
        .body("open", equalTo(true))
        .body("lines.number", contains(2, 3))
        .body("lines.text", contains("two", "three"))
        .body("lines[0].offset", equalTo(4))
        .body("lines[0].at", notNullValue())
        .body("lines[0].cut", nullValue());
    get("lines?from=-1").body("lines.text", contains("three"));
  }

  @Test
  void a_build_that_has_printed_nothing_has_no_lines() {
    get("lines").statusCode(200).body("lines", empty()).body("open", equalTo(true));
    get("outline").statusCode(200).body("lines_total", equalTo(0)).body("steps", notNullValue());
    get("search?q=x").statusCode(200).body("matches", empty());
  }

  @Test
  void a_failed_build_says_where_its_first_error_is() {
    print(0, "agent\\ncompiling\\nerror: 7\\n");
    fail();

    get("outline")
        .statusCode(200)
        .body("open", equalTo(false))
        .body("started_at", notNullValue())
        .body("steps[0].name", equalTo("compile"))
        .body("steps[0].first_line", equalTo(2))
        .body("steps[0].last_line", equalTo(3))
        .body("first_error", equalTo(3));
  }

  @Test
  void matches_have_lines_and_columns() {
    print(0, "one\\n\\u001b[31mtwo\\u001b[0m one\\n");

    get("search?q=ONE")
        .statusCode(200)
        .body("count", equalTo(2))
        .body("matches.line", contains(1, 2))
        .body("matches[1].ranges[0].from", equalTo(4))
        .body("matches[1].ranges[0].to", equalTo(7))
        .body("next", nullValue());
    get("search?q=ONE&case=true").body("matches", empty());
    get("search?q=^t.o&regex=true").body("matches", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "lines?from=0, from",
    "lines?from=x, from",
    "lines?count=1001, count",
    "lines?count=0, count",
    "lines?attempt=-1, attempt",
    "outline?attempt=x, attempt",
    "search, q",
    "search?q=(&regex=true, q",
    "search?q=x&case=maybe, case",
    "search?q=x&limit=0, limit",
    "stream?from=-1, from"
  })
  void what_cannot_be_is_refused_at_its_parameter(String address, String field) {
    get(address).statusCode(400).body("errors[0].field", equalTo(field));
  }

  @ParameterizedTest
  @CsvSource({"lines", "outline", "search?q=x"})
  void a_log_that_was_removed_is_gone(String address) {
    print(0, "one\\n");
    transactions.run(
        connection ->
            RealPostgres.execute(
                connection, "DELETE FROM log_chunks WHERE action_id = ?", Long.parseLong(build)));

    get(address).statusCode(410).body("type", equalTo("urn:laas-soa:problem:log-removed"));
  }

  @ParameterizedTest
  @CsvSource({"lines", "outline", "search?q=x"})
  void there_is_no_other_attempt_and_no_other_build(String address) {
    String more = address.contains("?") ? "&attempt=2" : "?attempt=2";
    get(address + more).statusCode(404);
    as("viewer").get("/api/builds/987654321/log/" + address).then().statusCode(404);
  }

  @Test
  void the_stream_begins_where_its_address_says() {
    print(0, "one\\ntwo\\n");
    fail();

    get("stream?attempt=1&from=4").statusCode(200).body(containsString("\"text\":\"two\\n\""));
  }
}

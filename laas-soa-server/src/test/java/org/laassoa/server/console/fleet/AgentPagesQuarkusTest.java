package org.laassoa.server.console.fleet;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.console.ConsolePages.chinesePage;
import static org.laassoa.server.console.ConsolePages.page;
import static org.laassoa.server.console.ConsolePages.unknown;
import static org.laassoa.server.people.PeopleApi.user;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.agentwire.AgentCalls;

/** The pages of the agents: what they show, and to whom they offer what. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class AgentPagesQuarkusTest {
  private static final Duration WRITTEN = Duration.ofSeconds(20);

  private AgentCalls agent;
  private String viewer;
  private String admin;

  @BeforeEach
  void anAgentAndPeople() {
    AgentCalls.emptyQueue();
    agent = AgentCalls.joined();
    viewer = user("viewer");
    admin = user("admin");
  }

  @Test
  void an_agent_is_shown_with_its_state_load_labels_and_version() {
    poll("{\"capacity\": 4, \"labels\": [\"gpu\"], \"version\": \"0.1.0\"}");

    awaitPage(
        allOf(
            containsString("state-online"),
            containsString("0 of 4"),
            containsString(">gpu<"),
            containsString(">0.1.0<")));
    page(viewer, "/agents?q=gpu")
        .statusCode(200)
        .body(containsString("href=\"/agents/" + agent.id() + "\""));
    page(viewer, "/agents?q=no-such-label")
        .body(not(containsString("href=\"/agents/" + agent.id() + "\"")));
  }

  @Test
  void only_administrators_are_offered_what_changes_an_agent() {
    for (String user : new String[] {viewer, user("developer")}) {
      page(user, path())
          .statusCode(200)
          .body(not(containsString("data-api-path=\"/api/agents")))
          .body(not(containsString("/clean\"")));
    }
    page(admin, path())
        .body(containsString("id=\"drain\""))
        .body(containsString("id=\"remove\""))
        .body(containsString("/clean\""));
  }

  @Test
  void a_drained_agent_says_so_and_can_be_resumed() {
    poll("{}");
    as("admin").post("/api/agents/" + agent.id() + "/drain").then().statusCode(200);

    awaitPage(containsString("state-drained"));
    page(admin, path())
        .body(containsString("id=\"resume\""))
        .body(not(containsString("id=\"drain\"")));
    chinesePage(viewer, path()).body(containsString("已排空")).body(containsString("代理"));
  }

  @Test
  void why_it_takes_nothing_is_shown_as_text_whatever_it_says() {
    poll("{\"not_taking\": \"the disk <b>is full</b>\"}");

    awaitPage(
        allOf(
            containsString("Taking nothing"),
            containsString("the disk &lt;b&gt;is full&lt;/b&gt;"),
            not(containsString("<b>is full"))));
  }

  @Test
  void its_disk_is_shown_and_that_it_has_too_little() {
    poll(
        """
        {"not_taking": "its disk has 512 MiB free, less than the 1 GiB that builds need",
         "disk": {"free_bytes": 536870912, "total_bytes": 107374182400,
                  "needed_bytes": 1073741824}}
        """);

    awaitPage(
        allOf(
            containsString("0.5 of 100 GiB free"),
            containsString("Below the 1.0 GiB that it needs")));
    page(viewer, "/agents").body(containsString("0.5 of 100 GiB free"));
    chinesePage(viewer, path())
        .body(containsString("剩余 0.5 / 100 GiB"))
        .body(containsString("磁盘剩余空间不足以进行构建"))
        .body(not(containsString("its disk has")));
  }

  @Test
  void one_that_is_too_old_says_so() {
    poll("{\"version\": \"9.0.0\"}");

    awaitPage(containsString("state-warning"));
    page(viewer, path()).body(containsString("too old"));
  }

  @Test
  void what_it_does_and_has_done_is_linked() {
    int asked =
        as("admin").post("/api/agents/" + agent.id() + "/diagnose").then().extract().path("id");
    String action = agent.takeOne();
    String link = "href=\"/builds/" + asked + "\"";

    page(viewer, path())
        .body("html.body.main.div.section[0].toString()", containsString("Diagnose #" + asked))
        .body(containsString(link));
    agent.succeed(action, 1).statusCode(200);

    await()
        .atMost(WRITTEN)
        .untilAsserted(
            () ->
                page(viewer, path())
                    .body(containsString("It does nothing now."))
                    .body(containsString(link)));
  }

  @Test
  void an_agent_that_there_is_not_is_no_page() {
    page(viewer, "/agents/999999999").statusCode(404).contentType("text/html");
  }

  @Test
  void a_new_agent_is_told_how_it_joins_and_no_page_holds_a_token() {
    page(admin, "/new/agent")
        .statusCode(200)
        .body(containsString("/api/agents/join-tokens"))
        .body(containsString("--server {server}"))
        .body(not(containsString("laas-join-")));
    page(admin, "/new/agent?after=" + (agent.id() - 1))
        .body(containsString("id=\"joined-" + agent.id() + "\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/agents",
        "/agents/1",
        "/machines",
        "/machines/one",
        "/machines/one/host-key",
        "/machine-operations/1",
        "/new/agent",
        "/new/machine",
        "/setup"
      })
  void who_has_not_signed_in_is_led_to_where_they_can(String path) {
    unknown(path).statusCode(303).header("Location", containsString("/sign-in?to="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/new/agent", "/new/machine", "/setup"})
  void what_only_administrators_can_do_is_no_page_for_others(String path) {
    page(viewer, path).statusCode(403);
    page(admin, path).statusCode(200);
  }

  @Test
  void who_knows_of_single_projects_alone_does_not_see_the_fleet() {
    page(user(null), "/agents").statusCode(403);
    page(user(null), "/machines").statusCode(403);
  }

  private String path() {
    return "/agents/" + agent.id();
  }

  private void poll(String body) {
    agent.call("/consume_action", body).statusCode(200);
  }

  /** What polls say is written a moment later. */
  private void awaitPage(Matcher<String> matcher) {
    await().atMost(WRITTEN).untilAsserted(() -> page(viewer, path()).statusCode(200).body(matcher));
  }
}

package org.laassoa.server.console.build;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;
import static org.laassoa.server.people.PeopleApi.browser;
import static org.laassoa.server.people.PeopleApi.grant;
import static org.laassoa.server.people.PeopleApi.project;
import static org.laassoa.server.people.PeopleApi.user;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.agentwire.AgentCalls;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class BuildPagesQuarkusTest {

  @BeforeEach
  void nothingElse() {
    AgentCalls.emptyQueue();
  }

  @Test
  void a_waiting_build_says_why_and_can_be_cancelled_by_who_builds() {
    int id = queued(project());

    page(user("developer"), "/builds/" + id)
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("Why it is waiting"))
        .body(containsString("Place in the queue"))
        .body(containsString("data-api-path=\"/api/builds/" + id + "/cancel\""))
        .body(containsString("<title>Waiting · #" + id))
        .body(not(containsString("style=")));
  }

  @Test
  void who_only_looks_has_no_buttons() {
    int id = queued(project());

    page(user("viewer"), "/builds/" + id)
        .statusCode(200)
        .body(not(containsString("/api/builds/" + id + "/cancel")));
  }

  @Test
  void a_developer_of_one_project_builds_there_and_looks_elsewhere() {
    String own = project();
    String other = project();
    String user = user("viewer");
    grant(own, user, "developer");
    int mine = queued(own);
    int theirs = queued(other);

    page(user, "/builds/" + mine).body(containsString("/api/builds/" + mine + "/cancel"));
    page(user, "/builds/" + theirs).body(not(containsString("/api/builds/" + theirs + "/cancel")));
  }

  @Test
  void builds_of_projects_that_one_may_not_see_are_not_there() {
    String project = project();
    int id = queued(project);
    String stranger = user(null);

    page(stranger, "/builds/" + id).statusCode(404).body(not(containsString(project)));
    page(stranger, "/builds").statusCode(200).body(not(containsString(project)));
  }

  @Test
  void who_has_not_signed_in_is_led_to_where_they_can() {
    given()
        .redirects()
        .follow(false)
        .accept("text/html")
        .get("/builds/7?attempt=1")
        .then()
        .statusCode(303)
        .header("Location", containsString("/sign-in?to=%2Fbuilds%2F7%3Fattempt%3D1"));
  }

  @Test
  void what_is_no_build_or_attempt_is_not_found() {
    int id = queued(project());
    String viewer = user("viewer");

    for (String address :
        new String[] {
          "/builds/999999999",
          "/builds/x",
          "/builds/" + id + "?attempt=3",
          "/builds/" + id + "?attempt=-1"
        }) {
      page(viewer, address).statusCode(404);
    }
  }

  @Test
  void in_chinese_all_words_are() {
    int id = queued(project());

    String page =
        signedIn(user("developer"))
            .cookie("laas_language", "zh")
            .get("/builds/" + id)
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(page)
        .contains("lang=\"zh-Hans\"", "为什么在等待", "队列中的位置", "取消构建", "排队等待", "等待中")
        .doesNotContain("Place in the queue", "Cancel build", "Steps<");
  }

  @Test
  void a_failed_build_says_what_happened_and_can_be_repeated() {
    int id = queued(project());
    AgentCalls agent = AgentCalls.joined();
    agent.takeOne();
    agent.call("/complete_action", FAILED.formatted(id)).statusCode(200);

    page(user("developer"), "/builds/" + id)
        .body(containsString("Compile: the script ended with exit code 127"))
        .body(containsString("A command was not found in the build image."))
        .body(containsString("data-log-first-error"))
        .body(containsString("data-then=\"/builds/{id}\""))
        .body(containsString("<rect class=\"bar-failed bar-of-compile\""))
        .body(containsString("0123abcd"))
        .body(containsString("registry.example/app:1"));
  }

  @Test
  void a_former_attempt_has_a_page_of_its_own() {
    int id = queued(project());
    AgentCalls first = AgentCalls.joined();
    first.takeOne();
    first.call("/complete_action", HANDED_BACK.formatted(id)).statusCode(200);
    AgentCalls second = AgentCalls.joined();
    second.takeOne();

    page(user("viewer"), "/builds/" + id)
        .body(containsString("href=\"/builds/" + id + "?attempt=1\""));
    page(user("viewer"), "/builds/" + id + "?attempt=1")
        .statusCode(200)
        .body(containsString("This is attempt 1. Another one followed it."))
        .body(containsString("The agent was shut down during Compile"))
        .body(containsString("data-attempt=\"1\""));
    second.succeed(Integer.toString(id), 2);
  }

  @Test
  void a_build_of_a_parent_image_is_shown_without_a_ref() {
    String name = project();
    put(
            "parent-images/" + name,
            """
            {"build_environment": "%s", "files": {"Dockerfile": "FROM busybox:1"},
             "packaging": {"kind": "dockerfile", "file": "Dockerfile"}}
            """
                .formatted(name))
        .statusCode(201);
    int id =
        as("developer")
            .post("/api/parent-images/" + name + "/builds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    page(user("viewer"), "/builds/" + id)
        .statusCode(200)
        .body(containsString("Parent image"))
        .body(containsString("href=\"/configuration/parent-images/" + name + "\""))
        .body(not(containsString("<dt>Branch</dt>")));
    page(user("viewer"), "/builds?project=" + name)
        .statusCode(200)
        .body(containsString("href=\"/builds/" + id + "\""));
  }

  @Test
  void what_its_project_s_limit_holds_back_says_so() {
    String name = project();
    put("projects/" + name, LIMITED.formatted(name, name)).statusCode(200);
    queued(name);

    page(user("viewer"), "/builds/" + queued(name))
        .body(containsString("Its project has as many builds under way as it may."))
        .body(not(containsString("Likely to start")));
  }

  @Test
  void a_commit_leads_to_its_page_on_a_git_host_that_has_such_pages() {
    String name = project();
    put("git-servers/" + name, "{\"address\": \"https://git.example\", \"kind\": \"gitlab\"}")
        .statusCode(200);
    int id = queued(name);
    AgentCalls agent = AgentCalls.joined();
    agent.takeOne();
    agent.call("/complete_action", FAILED.formatted(id)).statusCode(200);

    page(user("viewer"), "/builds/" + id)
        .body(
            containsString(
                "href=\"https://git.example/team/app/-/commit/"
                    + "0123abcd0123abcd0123abcd0123abcd0123abcd\""));
  }

  @Test
  void lists_are_narrowed_by_project_ref_state_and_text() {
    String one = project();
    String other = project();
    int wanted = queued(one);
    int unwanted = queued(other);
    String viewer = user("viewer");

    for (String query :
        new String[] {
          "project=" + one,
          "project=" + one + "&ref=main",
          "q=" + one.toUpperCase() + " m",
          "state=queued&q=" + one
        }) {
      page(viewer, "/builds?" + query)
          .statusCode(200)
          .body(
              allOf(
                  containsString("href=\"/builds/" + wanted + "\""),
                  not(containsString("href=\"/builds/" + unwanted + "\""))));
    }
    page(viewer, "/builds?project=" + one + "&ref=other&state=")
        .body(containsString("No build matches"));
  }

  @Test
  void a_long_list_has_pages_whose_addresses_keep_the_filter() {
    String project = project();
    for (int i = 0; i < 51; i++) {
      queued(project);
    }

    page(user("viewer"), "/builds?project=" + project)
        .body(containsString("1–50 of 51"))
        .body(containsString("href=\"/builds?project=" + project + "&amp;page=1\""));
    page(user("viewer"), "/builds?project=" + project + "&page=1")
        .body(containsString("51–51 of 51"))
        .body(containsString("href=\"/builds?project=" + project + "\""));
  }

  @Test
  void what_is_no_filter_is_refused() {
    page(user("viewer"), "/builds?state=lost").statusCode(400);
    page(user("viewer"), "/builds?page=x").statusCode(400);
  }

  @Test
  void names_are_text_in_pages() {
    int id =
        as("developer")
            .body("{\"ref\": \"main\", \"parameters\": {\"A\": \"<b onclick=x>\"}}")
            .post("/api/projects/" + project() + "/builds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    page(user("viewer"), "/builds/" + id)
        .body(containsString("A=&lt;b onclick=x&gt;"))
        .body(not(containsString("<b onclick")));
  }

  private static final String FAILED =
      """
      {"action_id": "%s", "attempt": 1, "commit": "0123abcd0123abcd0123abcd0123abcd0123abcd",
       "outcome": {"result": "script_failed", "step": "compile", "exit_code": 127},
       "images": [{"name": "registry.example/app:1"}],
       "steps": [{"name": "compile", "state": "failed", "started_at": "2026-11-23T10:00:00Z",
                  "ended_at": "2026-11-23T10:00:05Z", "log_from": 0, "log_to": 0}]}
      """;

  private static final String LIMITED =
      """
      {"repository": "team/app.git", "build_configuration": "%s", "git_server": "%s",
       "max_concurrent": 1}
      """;

  private static final String HANDED_BACK =
      """
      {"action_id": "%s", "attempt": 1, "outcome": {"result": "handed_back", "step": "compile"},
       "steps": [{"name": "compile", "state": "running", "started_at": "2026-11-23T10:00:00Z"}]}
      """;

  private static int queued(String project) {
    return as("developer")
        .body("{\"ref\": \"main\"}")
        .post("/api/projects/" + project + "/builds")
        .then()
        .statusCode(201)
        .body("state", equalTo("queued"))
        .extract()
        .path("id");
  }

  private static RequestSpecification signedIn(String user) {
    return given().cookie("laas_session", browser(user).cookie()).accept("text/html");
  }

  private static ValidatableResponse page(String user, String address) {
    return signedIn(user).get(address).then();
  }
}

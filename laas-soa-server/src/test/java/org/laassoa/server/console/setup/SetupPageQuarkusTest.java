package org.laassoa.server.console.setup;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;
import static org.laassoa.server.console.ConsolePages.chinesePage;
import static org.laassoa.server.console.ConsolePages.page;
import static org.laassoa.server.people.PeopleApi.fresh;
import static org.laassoa.server.people.PeopleApi.user;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.agentwire.AgentCalls;

/** The first set-up: its steps follow from what is there. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class SetupPageQuarkusTest {
  private static final Duration WRITTEN = Duration.ofSeconds(20);

  private String admin;

  @BeforeEach
  void anAdministrator() {
    AgentCalls.emptyQueue();
    admin = user("admin");
  }

  @Test
  void an_agent_that_polls_is_a_step_that_is_done() {
    AgentCalls agent = AgentCalls.joined();
    agent.call("/consume_action", "{}").statusCode(200);

    await()
        .atMost(WRITTEN)
        .untilAsserted(
            () ->
                step("agent")
                    .body(mark("agent", "done"))
                    .body(containsString("id=\"setup-agent-" + agent.id() + "\""))
                    .body(containsString("href=\"/setup?step=registry\"")));
  }

  @Test
  void a_registry_and_a_git_server_are_offered_to_be_tested_and_used() {
    String name = fresh("place");
    put("image-registries/" + name, "{\"address\": \"registry.example\"}").statusCode(201);
    put("git-servers/" + name, "{\"address\": \"https://git.example\"}").statusCode(201);

    step("registry")
        .body(mark("registry", "done"))
        .body(containsString("data-path=\"/api/image-registries/" + name + "/test\""));
    step("git")
        .body(mark("git", "done"))
        .body(containsString("data-path=\"/api/git-servers/" + name + "/test\""));
    step("project").body(containsString("<option value=\"" + name + "\""));
  }

  @Test
  void a_language_is_picked_with_the_image_that_it_is_built_in() {
    as("admin").post("/api/ready-made/python-image");
    put("build-environments/python", "{\"image\": \"mirror.example/python:3\"}");

    step("configuration").body(containsString("id=\"pick-python-image\""));
    step("configuration&configuration=python-image")
        .body(containsString("data-path=\"/api/build-environments/python\""))
        .body(containsString("value=\"mirror.example/python:3\""))
        .body(containsString("step=project&amp;configuration=python-image"));
    step("project&configuration=python-image")
        .body(containsString("<option value=\"python-image\" selected>"))
        .body(containsString("name=\"project_type\" value=\"python\""));
  }

  @Test
  void a_first_build_is_followed_until_it_is_green() {
    AgentCalls agent = AgentCalls.joined();
    String project = fresh("first");
    put("git-servers/" + project, "{\"address\": \"https://git.example\"}");
    put("build-environments/" + project, "{\"image\": \"busybox:1\"}").statusCode(201);
    put(
            "build-configurations/" + project,
            """
            {"build_environment": "%s", "files": {"compile.sh": "true"},
             "compile_script": "compile.sh"}
            """
                .formatted(project))
        .statusCode(201);
    put(
            "projects/" + project,
            """
            {"repository": "team/app.git", "build_configuration": "%1$s", "git_server": "%1$s"}
            """
                .formatted(project))
        .statusCode(201);
    step("build&project=" + project)
        .body(mark("project", "done"))
        .body(containsString(project + " has not been built yet."));

    int build =
        as("admin")
            .body("{\"ref\": \"trunk\"}")
            .post("/api/projects/" + project + "/builds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    step("build&project=" + project)
        .body(containsString("data-build=\"" + build + "\" data-state=\"queued\""))
        .body(containsString("name=\"ref\" value=\"trunk\""))
        .body(not(containsString("id=\"setup-green\"")));
    agent.succeed(agent.takeOne(), 1).statusCode(200);

    step("build&project=" + project)
        .body(mark("build", "done"))
        .body(containsString("id=\"setup-green\""))
        .body(containsString("href=\"/builds/" + build + "\""));
  }

  @Test
  void it_speaks_chinese() {
    for (SetupStep step : SetupStep.values()) {
      chinesePage(admin, "/setup?step=" + step.word())
          .statusCode(200)
          .body(allOf(containsString("首次设置"), containsString("lang=\"zh-Hans\"")));
    }
  }

  private ValidatableResponse step(String step) {
    return page(admin, "/setup?step=" + step).statusCode(200);
  }

  private static Matcher<String> mark(String step, String state) {
    return containsString("data-step=\"" + step + "\" data-state=\"" + state + "\"");
  }
}

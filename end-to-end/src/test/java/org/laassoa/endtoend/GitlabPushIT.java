package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.endtoend.GitlabServer.Hook;
import org.laassoa.endtoend.GitlabServer.Status;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.git.Gate;
import org.laassoa.endtoend.git.GitHttpServer;
import org.laassoa.endtoend.git.GitRepository;
import org.laassoa.endtoend.process.PackagedAgent;

/** A push to a GitLab starts a build, and what becomes of the build stands at the commit. */
class GitlabPushIT {

  private static final Duration STATUS_LIMIT = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All that can be logged is, so that what must not be would be found. */
  private static final Map<String, String> TALKATIVE = Map.of("QUARKUS_LOG_LEVEL", "DEBUG");

  private static World world;
  private static GitlabServer gitlab;

  private String path;
  private String project;
  private GitRepository repository;
  private String before;

  @BeforeAll
  static void start() throws InterruptedException {
    world = World.callable(TALKATIVE);
    // One token for both, as people do it: agents clone with it, the server calls the API with it.
    gitlab = new GitlabServer(world.git(), world.gitPassword());
    world.putGitServer("gitlab", "gitlab", world.gitPassword());
  }

  @AfterAll
  static void end() {
    world.close();
  }

  @BeforeEach
  void registerHook() throws InterruptedException {
    String name = World.unique("shop");
    path = "team/" + name;
    repository = world.repository(path);
    before = repository.write("README", "A shop").commit("First");
    project =
        world
            .project(name)
            .with("git_server", "gitlab")
            .with("repository", path)
            .with("triggers", Map.of("push", List.of("main")))
            .with("report_status", true)
            .compile("cat README\ntest ! -e broken\n")
            .save();
    world.api().post("/api/projects/" + project + "/webhook", Map.of());
  }

  @EachExecution
  void a_push_is_built_and_its_states_stand_at_the_commit(Execution execution) throws Exception {
    // Given
    Needs.of(execution);
    try (PackagedAgent agent = agent(execution)) {
      GitlabPush push = push("README", "A larger shop");

      // When
      Build build = told(push);

      // Then
      assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
      assertThat(build.commit()).isEqualTo(push.after());
      assertThat(world.output(build, "compile")).isEqualTo("A larger shop");
      awaitStates(push, "pending", "running", "success");
      assertThat(gitlab.statuses(push.after()))
          .extracting(Status::body)
          .allSatisfy(body -> assertIsAbout(build, body));
      assertNoSecretIn(world.server().process().log(), agent.process().log(), world.log(build));
    }
  }

  @EachExecution
  void a_push_that_breaks_the_build_is_told_to_have_failed(Execution execution) throws Exception {
    // Given
    Needs.of(execution);
    try (PackagedAgent agent = agent(execution)) {
      GitlabPush push = push("broken", "");

      // When
      Build build = told(push);

      // Then
      assertThat(build.result()).as(world.log(build)).isEqualTo("script_failed");
      assertThat(build.commit()).isEqualTo(push.after());
      awaitStates(push, "pending", "running", "failed");
      assertNoSecretIn(world.server().process().log(), agent.process().log(), world.log(build));
    }
  }

  @Test
  void a_call_that_comes_again_builds_nothing_again() throws Exception {
    // Given
    GitlabPush push = push("README", "A larger shop");
    String delivery = UUID.randomUUID().toString();
    long build = built(gitlab.tell(push, hook(), delivery));
    try (PackagedAgent agent = agent(Execution.PROCESS)) {
      world.api().awaitEnd(build, World.BUILD_LIMIT);
      awaitLastState(push, "success");
      int told = gitlab.statuses(push.after()).size();

      // When
      List<HttpResponse<String>> again =
          List.of(
              gitlab.tell(push, hook(), delivery),
              gitlab.tell(push, hook(), UUID.randomUUID().toString()));

      // Then
      assertThat(again)
          .allSatisfy(
              answer -> {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(JSON.readTree(answer.body()).path("result").asText())
                    .isEqualTo("repeated");
                assertThat(JSON.readTree(answer.body()).path("build").asLong()).isEqualTo(build);
              });
      assertThat(builds()).isEqualTo(1);
      assertThat(gitlab.statuses(push.after())).hasSize(told);
    }
  }

  @Test
  void a_call_with_a_wrong_token_builds_nothing() throws Exception {
    // Given
    GitlabPush push = push("README", "A larger shop");

    // When
    HttpResponse<String> answer =
        gitlab.tell(push, hook().withToken("a guess"), UUID.randomUUID().toString());

    // Then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).doesNotContain(project, hook().token());
    assertThat(builds()).isZero();
    assertThat(gitlab.statuses(push.after())).isEmpty();
  }

  @Test
  void the_connection_test_says_whose_the_token_is() throws InterruptedException {
    // When
    JsonNode found = world.api().post("/api/git-servers/gitlab/test", Map.of());

    // Then
    assertThat(found.path("ok").asBoolean()).as(found.toString()).isTrue();
    assertThat(found.toString()).contains("18.5.1-ee", "laas-builder");
  }

  private static PackagedAgent agent(Execution execution) throws InterruptedException {
    return world.startAgent(execution, world.server().address(), TALKATIVE);
  }

  private GitlabPush push(String file, String content) {
    String after = repository.write(file, content).commit("Something else");
    return new GitlabPush(path, "main", before, after);
  }

  /**
   * Has GitLab tell the server of a push, and waits for the end of the build. Its checkout is held
   * until GitLab knows that it runs: a build that has ended by then is told of by its end alone.
   */
  private Build told(GitlabPush push) throws IOException, InterruptedException {
    try (Gate gate = world.git().hangAfter(0)) {
      long build = built(gitlab.tell(push, hook(), UUID.randomUUID().toString()));
      assertThat(gate.awaitReached(World.BUILD_LIMIT)).isTrue();
      awaitLastState(push, "running");
      gate.close();
      return world.api().awaitEnd(build, World.BUILD_LIMIT);
    }
  }

  private Hook hook() {
    Hook hook = gitlab.hook(path);
    assertThat(hook.url()).isEqualTo(world.server().address().resolve("/hooks/gitlab/" + project));
    return hook;
  }

  private static long built(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return JSON.readTree(answer.body()).path("build").asLong();
  }

  private int builds() throws InterruptedException {
    return world.api().get("/api/builds?project=" + project).path("total").asInt();
  }

  private void assertIsAbout(Build build, JsonNode status) {
    assertThat(status.path("name").asText()).isEqualTo("laas-soa/" + project);
    assertThat(status.path("ref").asText()).isEqualTo("main");
    assertThat(status.path("target_url").asText())
        .isEqualTo(world.server().address() + "/builds/" + build.id());
  }

  private void assertNoSecretIn(String... logs) {
    String login = GitHttpServer.USERNAME + ":" + world.gitPassword();
    String encoded = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    List<String> secrets = List.of(world.gitPassword(), encoded, hook().token());
    assertThat(logs)
        .allSatisfy(
            log ->
                assertThat(log.lines())
                    .isNotEmpty()
                    .noneMatch(line -> secrets.stream().anyMatch(line::contains)));
  }

  private static void awaitStates(GitlabPush push, String... states) {
    await()
        .atMost(STATUS_LIMIT)
        .untilAsserted(
            () ->
                assertThat(gitlab.statuses(push.after()))
                    .extracting(Status::state)
                    .containsExactly(states));
  }

  private static void awaitLastState(GitlabPush push, String state) {
    await()
        .atMost(STATUS_LIMIT)
        .untilAsserted(
            () ->
                assertThat(gitlab.statuses(push.after()))
                    .extracting(Status::state)
                    .endsWith(state));
  }
}

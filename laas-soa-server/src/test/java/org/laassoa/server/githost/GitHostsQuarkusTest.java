package org.laassoa.server.githost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.githook.PublicUrl;

/** What is asked of git hosts and registries, over real HTTP, with the answers they document. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
@WithTestResource(PublicUrl.class)
class GitHostsQuarkusTest {
  private final String project = "d" + java.util.UUID.randomUUID().toString().substring(0, 8);

  private FakeGitHost host;

  @BeforeEach
  void serve() {
    host = new FakeGitHost();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void a_gitlab_token_that_may_only_read_is_enough() {
    // Given
    gitLab("gitlab/token_read_only.json");
    // When
    ValidatableResponse answer = test();
    // Then
    answer
        .statusCode(200)
        .body("ok", equalTo(true))
        .body("checks[0].message", containsString("18.5.1"))
        .body("checks[1].message", containsString("laas-builder"))
        .body("checks[2].result", equalTo("ok"))
        .body("checks[2].message", containsString("may only read"));
  }

  @Test
  void a_gitlab_token_that_may_do_more_is_warned_of() {
    // Given
    gitLab("gitlab/token_api.json");
    // When
    ValidatableResponse answer = test();
    // Then
    answer.body("ok", equalTo(true)).body("checks[2].result", equalTo("warning"));
  }

  @Test
  void failures_are_told_in_words_and_without_the_token() {
    // Given
    server("gitlab");
    host.serve("GET /api/v4/user", 401, "{\"message\":\"401 Unauthorized s3cret\"}", Map.of());
    // When
    ValidatableResponse answer = test();
    // Then
    answer
        .statusCode(200)
        .body("ok", equalTo(false))
        .body("checks[0].message", containsString("refuses the token"));
    assertThat(answer.extract().asString()).doesNotContain("s3cret");
  }

  @Test
  void what_is_no_git_host_is_told() {
    // Given
    server("gitlab");
    host.serve("GET /api/v4/user", 200, "<html>Welcome</html>", Map.of());
    // When
    ValidatableResponse answer = test();
    // Then
    answer.body("checks[0].message", containsString("does not answer with JSON"));
  }

  @Test
  void a_reached_rate_limit_is_told_with_its_end() {
    // Given
    server("github");
    host.serve(
        "GET /api/v3/user/repos",
        403,
        "{}",
        Map.of("X-RateLimit-Remaining", "0", "Retry-After", "42"));
    // When
    ValidatableResponse answer = as("developer").get("/api/git-servers/host/repositories").then();
    // Then
    answer.statusCode(422).body("detail", containsString("42 s (rate limit)"));
  }

  @Test
  void gitlabs_repositories_are_searched_and_paged() {
    // Given
    gitLab("gitlab/token_api.json");
    host.serve("GET /api/v4/projects", "gitlab/projects.json", Map.of("X-Next-Page", "3"));
    // When
    ValidatableResponse answer =
        as("developer").get("/api/git-servers/host/repositories?q=dia&page=1&size=2").then();
    // Then
    answer
        .statusCode(200)
        .body("items.path", contains("mike/diaspora", "team/web/shop"))
        .body("items[0].description", equalTo("Decentralised social network"))
        .body("items[0].default_branch", equalTo("master"))
        .body("has_more", equalTo(true));
    FakeGitHost.Call call = host.calls("GET /api/v4/projects").getFirst();
    assertThat(call.line()).contains("page=2", "per_page=2", "search=dia", "membership=true");
    assertThat(call.headers()).containsEntry("private-token", "s3cret");
  }

  @Test
  void gitlabs_branches_and_tags_are_listed() {
    // Given
    gitLab("gitlab/token_api.json");
    host.serve("GET /api/v4/projects/mike%2Fdiaspora/repository/branches", "gitlab/branches.json");
    host.serve("GET /api/v4/projects/mike%2Fdiaspora/repository/tags", "gitlab/tags.json");
    // When
    ValidatableResponse branches = refs("branches", "mike/diaspora.git");
    ValidatableResponse tags = refs("tags", "mike/diaspora");
    // Then
    branches
        .body("name", contains("master"))
        .body("commit", contains("da1560886d4f094c3e6c9ef40349f7d38b5d27d7"));
    tags.body("name", contains("v1.0.0"));
  }

  @Test
  void giteas_repositories_branches_and_account_are_read() {
    // Given
    server("gitea");
    host.serve("GET /api/v1/version", 200, "{\"version\":\"1.24.6\"}", Map.of());
    host.serve("GET /api/v1/user", 200, "{\"id\":1,\"login\":\"builder\"}", Map.of());
    host.serve("GET /api/v1/repos/search", "gitea/repos.json", Map.of("X-Total-Count", "3"));
    host.serve("GET /api/v1/repos/gitea/webhooks/branches", "gitea/branches.json");
    // When
    ValidatableResponse repositories =
        as("developer").get("/api/git-servers/host/repositories?q=web&size=1").then();
    // Then
    repositories.body("items.path", contains("gitea/webhooks")).body("has_more", equalTo(true));
    refs("branches", "gitea/webhooks").body("name", contains("main"));
    test().body("ok", equalTo(true)).body("checks[0].message", containsString("1.24.6"));
    assertThat(host.calls("GET /api/v1/user").getFirst().headers())
        .containsEntry("authorization", "token s3cret");
  }

  @Test
  void githubs_repositories_are_searched_over_all_pages() {
    // Given
    server("github");
    host.serve(
        "GET /api/v3/user/repos?sort=pushed&page=1&per_page=100",
        "github/repos_1.json",
        Map.of("Link", "<" + host.url() + "/api/v3/user/repos?page=2>; rel=\"next\""));
    host.serve("GET /api/v3/user/repos?sort=pushed&page=2&per_page=100", "github/repos_2.json");
    // When
    ValidatableResponse answer =
        as("developer").get("/api/git-servers/host/repositories?q=HELLO").then();
    // Then
    answer
        .body("items.path", contains("octocat/Hello-World", "octocat/hello-again"))
        .body("has_more", equalTo(false));
    assertThat(host.calls("GET /api/v3/user/repos").getFirst().headers())
        .containsEntry("authorization", "Bearer s3cret")
        .containsEntry("accept", "application/vnd.github+json")
        .containsEntry("x-github-api-version", "2022-11-28");
  }

  @Test
  void a_token_of_its_own_is_used_for_the_api() {
    // Given
    put(
        "git-servers/host",
        """
        {"kind":"gitea","address":"%s","username":"builder","password":"plain","api_token":"other"}
        """
            .formatted(host.url()));
    // When
    test();
    // Then
    assertThat(host.calls("GET /api/v1/version").getFirst().headers())
        .containsEntry("authorization", "token other");
    as("viewer").get("/api/git-servers/host").then().body("has_api_token", equalTo(true));
  }

  @Test
  void a_new_project_that_nobody_describes_is_described_as_its_repository_is() {
    // Given
    gitLab("gitlab/token_api.json");
    host.serve("GET /api/v4/projects/mike%2Fdiaspora", "gitlab/project.json");
    // When
    ValidatableResponse made = project("mike/diaspora.git", "");
    // Then
    made.statusCode(201).body("description", equalTo("Decentralised social network"));
    project("mike/diaspora.git", "").statusCode(200).body("description", equalTo(""));
  }

  @Test
  void a_host_that_does_not_answer_keeps_no_project_from_being_made() {
    // Given
    put(
        "git-servers/host",
        "{\"kind\":\"gitlab\",\"address\":\"http://127.0.0.1:9\",\"password\":\"s3cret\"}");
    // When
    ValidatableResponse made = project("mike/diaspora.git", "");
    // Then
    made.statusCode(201).body("description", equalTo(""));
  }

  @Test
  void a_server_without_an_api_is_looked_at_and_not_asked() {
    // Given
    server("generic");
    // When
    ValidatableResponse answer = test();
    // Then
    answer.body("ok", equalTo(true)).body("checks", hasSize(1));
    as("developer").get("/api/git-servers/host/repositories").then().statusCode(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../user", "/user", "a//b", "a/./b"})
  void a_repository_leads_nowhere_else(String path) {
    // Given
    gitLab("gitlab/token_api.json");
    // When
    ValidatableResponse answer = refs("branches", path);
    // Then
    answer.statusCode(400).body("errors[0].field", equalTo("repository"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://169.254.169.254", "http://[::ffff:169.254.169.254]", "http://0.0.0.0:80"})
  void metadata_addresses_are_refused_when_they_are_configured(String address) {
    put("git-servers/host", "{\"address\":\"" + address + "\"}")
        .statusCode(400)
        .body("errors[0].field", equalTo("address"))
        .body("errors[0].message", containsString("LAAS_OUTBOUND_ALLOWED"));
    put(
            "projects/whole",
            "{\"repository\":\"%s/x.git\",\"build_configuration\":\"hosts\"}".formatted(address))
        .statusCode(400)
        .body("errors[0].field", equalTo("repository"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"169.254.169.254", "2852039166", "[fe80::1]", "0xa9fea9fe"})
  void registries_at_metadata_addresses_are_refused(String address) {
    put("image-registries/metadata", "{\"address\":\"" + address + "\"}")
        .statusCode(400)
        .body("errors[0].field", equalTo("address"));
  }

  @Test
  void a_registry_is_signed_in_to_by_the_token_of_its_realm() {
    // Given
    registry("builder", "pass");
    host.serve(
        "GET /v2/",
        401,
        "{}",
        Map.of(
            "WWW-Authenticate",
            "Bearer realm=\"" + host.url() + "/token\",service=\"registry.test\""));
    host.serve("GET /token", 200, "{\"token\":\"abc\"}", Map.of());
    host.serveSigned("GET /v2/", "Bearer abc", 200, "{}");
    // When
    ValidatableResponse answer = testRegistry();
    // Then
    answer.body("ok", equalTo(true)).body("checks[1].message", equalTo("signed in as builder"));
    assertThat(host.calls("GET /token").getFirst().line())
        .contains("service=registry.test", "account=builder");
  }

  @Test
  void a_registry_that_refuses_the_login_is_told() {
    // Given
    registry("builder", "wrong");
    host.serve("GET /v2/", 401, "{}", Map.of("WWW-Authenticate", "Basic realm=\"registry\""));
    // When
    ValidatableResponse answer = testRegistry();
    // Then
    answer
        .body("ok", equalTo(false))
        .body("checks[1].message", equalTo("the registry refuses the login of builder"));
  }

  @Test
  void what_is_no_registry_is_told() {
    // Given
    registry("builder", "pass");
    // When
    ValidatableResponse answer = testRegistry();
    // Then
    answer.body("checks[0].message", containsString("no image registry at this address"));
  }

  private void gitLab(String token) {
    server("gitlab");
    host.serve("GET /api/v4/user", "gitlab/user.json");
    host.serve("GET /api/v4/version", "gitlab/version.json");
    host.serve("GET /api/v4/personal_access_tokens/self", token);
  }

  private void server(String kind) {
    put(
        "git-servers/host",
        """
        {"kind":"%s","address":"%s","username":"builder","password":"s3cret","api_token":null}
        """
            .formatted(kind, host.url()));
  }

  private void registry(String username, String password) {
    int port = java.net.URI.create(host.url()).getPort();
    put(
        "image-registries/host",
        """
        {"address":"127.0.0.1","port":%d,"username":"%s","password":"%s","tls":false}
        """
            .formatted(port, username, password));
  }

  private static ValidatableResponse testRegistry() {
    return as("admin").post("/api/image-registries/host/test").then().statusCode(200);
  }

  private static ValidatableResponse test() {
    return as("admin").post("/api/git-servers/host/test").then().statusCode(200);
  }

  private static ValidatableResponse refs(String kind, String repository) {
    return as("developer")
        .queryParam("repository", repository)
        .get("/api/git-servers/host/repositories/" + kind)
        .then();
  }

  private ValidatableResponse project(String repository, String description) {
    put("build-environments/hosts", "{\"image\":\"busybox:1\"}");
    put(
        "build-configurations/hosts",
        """
        {"build_environment":"hosts","files":{"compile.sh":"true"},"compile_script":"compile.sh"}
        """);
    return put(
        "projects/" + project,
        """
        {"git_server":"host","repository":"%s","build_configuration":"hosts","description":"%s"}
        """
            .formatted(repository, description));
  }
}

package org.laassoa.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.delete;
import static org.laassoa.server.configuration.ConfigurationApi.get;
import static org.laassoa.server.configuration.ConfigurationApi.put;
import static org.laassoa.server.configuration.ConfigurationApi.putProject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class EntryVersionsQuarkusTest {

  private static final String SERVER = "{\"address\":\"https://%s.example\"}";

  @Test
  void a_change_of_what_was_seen_is_made_and_one_of_what_has_changed_meanwhile_is_refused() {
    String seen = put("git-servers/etag", SERVER.formatted("a")).extract().header("ETag");
    String changed =
        putIf("git-servers/etag", "If-Match", seen, SERVER.formatted("b"))
            .statusCode(200)
            .extract()
            .header("ETag");
    assertThat(changed).isNotEqualTo(seen);

    putIf("git-servers/etag", "If-Match", seen, SERVER.formatted("c"))
        .statusCode(412)
        .body("type", equalTo("urn:laas-soa:problem:precondition-failed"));

    get("git-servers/etag").header("ETag", changed).body("address", equalTo("https://b.example"));
  }

  @Test
  void an_etag_that_a_proxy_made_weak_still_names_its_version() {
    String seen = put("git-servers/weak", SERVER.formatted("a")).extract().header("ETag");

    putIf("git-servers/weak", "If-Match", "W/" + seen, SERVER.formatted("b")).statusCode(200);
  }

  @Test
  void what_is_to_be_new_replaces_nothing() {
    put("git-servers/new", SERVER.formatted("a")).statusCode(201);

    putIf("git-servers/new", "If-None-Match", "*", SERVER.formatted("b")).statusCode(412);

    get("git-servers/new").body("address", equalTo("https://a.example"));
  }

  @Test
  void an_entry_made_anew_is_another_one() {
    String seen = put("git-servers/anew", SERVER.formatted("a")).extract().header("ETag");
    delete("git-servers/anew").statusCode(204);
    put("git-servers/anew", SERVER.formatted("a")).statusCode(201);

    as("admin").header("If-Match", seen).delete("/api/git-servers/anew").then().statusCode(412);

    get("git-servers/anew").statusCode(200);
  }

  @Test
  void of_two_changes_of_the_same_version_at_the_same_time_one_is_made() throws Exception {
    String seen = put("git-servers/race", SERVER.formatted("a")).extract().header("ETag");
    CyclicBarrier together = new CyclicBarrier(8);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> statuses =
          callers
              .invokeAll(
                  IntStream.range(0, 8)
                      .<java.util.concurrent.Callable<Integer>>mapToObj(
                          caller ->
                              () -> {
                                together.await();
                                return putIf(
                                        "git-servers/race",
                                        "If-Match",
                                        seen,
                                        SERVER.formatted("by-" + caller))
                                    .extract()
                                    .statusCode();
                              })
                      .toList())
              .stream()
              .map(
                  done -> {
                    try {
                      return done.get();
                    } catch (Exception e) {
                      throw new AssertionError(e);
                    }
                  })
              .toList();

      assertThat(statuses).containsOnly(200, 412);
      assertThat(statuses).containsOnlyOnce(200);
    }
  }

  @Test
  void the_same_again_changes_nothing_and_leaves_no_trace() {
    String body = "{\"address\":\"https://a.example\",\"password\":\"hunter2\"}";
    String seen = put("git-servers/same", body).extract().header("ETag");

    put("git-servers/same", body).statusCode(200).header("ETag", seen);

    get("git-servers/same/history").body("total", equalTo(1));
  }

  @Test
  void another_password_is_a_change_that_is_seen_without_being_shown() {
    put("git-servers/other-password", "{\"address\":\"https://a.example\",\"password\":\"one\"}");

    put(
        "git-servers/other-password",
        "{\"address\":\"https://a.example\",\"password\":\"hunter2\"}");

    get("git-servers/other-password/history")
        .body("total", equalTo(2))
        .body("items[0].change", equalTo("updated"))
        .body("items[0].changes", empty())
        .body("items[0].secrets", contains("password"))
        .body(not(containsString("hunter2")));
  }

  @Test
  void a_patch_changes_what_it_names_and_nothing_else() {
    put(
        "git-servers/patched",
        """
        {"address":"https://a.example","port":3000,"description":"old","password":"x"}
        """);

    patch("git-servers/patched", "{\"description\":\"new\",\"port\":null}").statusCode(200);

    get("git-servers/patched")
        .body("description", equalTo("new"))
        .body("port", nullValue())
        .body("address", equalTo("https://a.example"))
        .body("has_password", equalTo(true));
  }

  @Test
  void a_patch_clears_a_password_by_null() {
    put("git-servers/cleared", "{\"address\":\"https://a.example\",\"password\":\"x\"}");

    patch("git-servers/cleared", "{\"password\":null}").body("has_password", equalTo(false));
  }

  @Test
  void a_patch_adds_to_a_map_and_takes_from_it() {
    putProject("patched-map");
    patch("projects/patched-map", "{\"variables\":{\"KEPT\":\"1\",\"GONE\":\"2\"}}");

    patch("projects/patched-map", "{\"variables\":{\"GONE\":null,\"ADDED\":\"3\"}}")
        .body("variables", equalTo(java.util.Map.of("KEPT", "1", "ADDED", "3")));
  }

  @Test
  void a_patch_of_one_script_keeps_the_others() {
    putProject("patched-file");

    patch("build-configurations/patched-file", "{\"files\":{\"more.sh\":\"echo\"}}")
        .statusCode(200)
        .body("files.'compile.sh'.version", equalTo(1))
        .body("files.'more.sh'.content", equalTo("echo"));
  }

  @Test
  void a_patch_that_is_not_valid_is_refused_with_its_field_and_changes_nothing() {
    String seen = put("git-servers/kept", SERVER.formatted("a")).extract().header("ETag");

    patch("git-servers/kept", "{\"port\":70000}")
        .statusCode(400)
        .body("errors[0].field", equalTo("port"));
    patch("git-servers/kept", "{\"adress\":\"https://b.example\"}")
        .statusCode(400)
        .body("errors[0].field", equalTo("adress"));
    patch("git-servers/kept", "{\"name\":\"other\"}").statusCode(400);
    patch("git-servers/kept", "[]").statusCode(400);
    patch("git-servers/not-there", "{}").statusCode(404);

    get("git-servers/kept").header("ETag", seen);
  }

  @Test
  void the_history_tells_who_changed_what_and_outlives_the_entry() {
    put("image-registries/told", "{\"address\":\"a.example\",\"description\":\"one\"}");
    put("image-registries/told", "{\"address\":\"a.example\",\"port\":5000}");
    delete("image-registries/told");

    get("image-registries/told/history")
        .statusCode(200)
        .body("total", equalTo(3))
        .body("items.change", contains("deleted", "updated", "created"))
        .body("items[1].author", equalTo("admin"))
        .body("items[1].changes", hasSize(2))
        .body("items[1].changes[0]", hasEntry("field", "description"))
        .body("items[1].changes[0]", hasEntry("before", "one"))
        .body("items[1].changes[1]", hasEntry("field", "port"))
        .body("items[1].changes[1]", hasEntry("after", 5000));
    get("image-registries/never/history").statusCode(404);
  }

  @Test
  void the_history_is_paged_and_its_pages_fit_each_other() {
    for (int i = 1; i <= 4; i++) {
      put("image-registries/pages", "{\"address\":\"a.example\",\"port\":%d}".formatted(i));
    }

    get("image-registries/pages/history?page=1&size=2")
        .body("total", equalTo(4))
        .body("items.version", hasSize(2))
        .body("items[0].changes[0].before", equalTo(1))
        .body("items[0].changes[0].after", equalTo(2));
  }

  @Test
  void a_list_is_filtered_by_what_its_kind_refers_to() {
    putProject("filtered");
    putProject("filtered-too");

    get("projects?filter=build_configuration:filtered&filter=project_type:other")
        .body("items.name", contains("filtered"));
    get("projects?filter=build_configuration:filtered&filter=project_type:java")
        .body("total", equalTo(0));
    get("projects?filter=colour:red").statusCode(400).body("errors[0].field", equalTo("filter"));
  }

  private static ValidatableResponse putIf(String path, String header, String tag, String body) {
    return as("admin").header(header, tag).body(body).put("/api/" + path).then();
  }

  private static ValidatableResponse patch(String path, String body) {
    return as("admin")
        .contentType("application/merge-patch+json")
        .body(body)
        .patch("/api/" + path)
        .then();
  }
}

package org.laassoa.server.configuration;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.delete;
import static org.laassoa.server.configuration.ConfigurationApi.get;
import static org.laassoa.server.configuration.ConfigurationApi.put;
import static org.laassoa.server.configuration.ConfigurationApi.putConfiguration;
import static org.laassoa.server.configuration.ConfigurationApi.putProject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class ConfigurationQuarkusTest {

  @Test
  void a_put_creates_an_entry_and_a_second_one_replaces_it() {
    put("git-servers/twice", "{\"address\":\"https://a.example\",\"port\":3000}")
        .statusCode(201)
        .header("Location", endsWith("/api/git-servers/twice"))
        .body("name", equalTo("twice"))
        .body("port", equalTo(3000))
        .body("kind", equalTo("generic"));

    put("git-servers/twice", "{\"address\":\"https://b.example\",\"kind\":\"gitlab\"}")
        .statusCode(200);

    get("git-servers/twice")
        .statusCode(200)
        .body("address", equalTo("https://b.example"))
        .body("port", nullValue())
        .body("kind", equalTo("gitlab"));
  }

  @Test
  void a_name_in_any_script_is_kept_and_found() {
    put("image-registries/注册表-1", "{\"address\":\"127.0.0.1\",\"port\":5000}").statusCode(201);

    get("image-registries?q=注册").body("total", equalTo(1)).body("items[0].name", equalTo("注册表-1"));
  }

  @Test
  void a_post_takes_the_name_from_the_body_and_refuses_a_taken_one() {
    String body = "{\"name\":\"posted\",\"image\":\"busybox:1\"}";
    as("admin")
        .body(body)
        .post("/api/build-environments")
        .then()
        .statusCode(201)
        .header("Location", endsWith("/api/build-environments/posted"));

    as("admin")
        .body(body)
        .post("/api/build-environments")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:laas-soa:problem:name-taken"));
  }

  @Test
  void a_password_is_never_shown_and_is_kept_until_it_is_cleared() {
    put("git-servers/secret", "{\"address\":\"https://a.example\",\"password\":\"hunter2\"}")
        .body("has_password", equalTo(true))
        .body("$", not(hasKey("password")));

    put("git-servers/secret", "{\"address\":\"https://a.example\"}")
        .body("has_password", equalTo(true));

    put("git-servers/secret", "{\"address\":\"https://a.example\",\"password\":null}")
        .body("has_password", equalTo(false));
  }

  @Test
  void a_new_default_git_server_takes_the_place_of_the_old_one() {
    put("git-servers/first", "{\"address\":\"https://a.example\",\"is_default\":true}")
        .statusCode(201);

    put("git-servers/second", "{\"address\":\"https://b.example\",\"is_default\":true}")
        .statusCode(201)
        .body("is_default", equalTo(true));

    get("git-servers/first").body("is_default", equalTo(false));
  }

  @Test
  void only_a_changed_script_gets_a_new_version() {
    put("build-environments/scripts", "{\"image\":\"busybox:1\"}");
    String body =
        """
        {"build_environment":"scripts","files":{"a.sh":"%s","b.sh":"same"}}
        """;
    put("build-configurations/scripts", body.formatted("one")).statusCode(201);

    put("build-configurations/scripts", body.formatted("two")).statusCode(200);

    get("build-configurations/scripts")
        .body("files.'a.sh'.version", equalTo(2))
        .body("files.'a.sh'.content", equalTo("two"))
        .body("files.'b.sh'.version", equalTo(1));
    get("build-configurations?q=scripts")
        .body("items[0].files.'a.sh'.version", equalTo(2))
        .body("items[0].files.'a.sh'", not(hasKey("content")));
  }

  @Test
  void home_files_are_named_but_never_shown() {
    put("build-environments/home", "{\"image\":\"busybox:1\"}");
    put(
            "build-configurations/home",
            """
            {"build_environment":"home","home_files":{".m2/settings.xml":"<password>x</password>"}}
            """)
        .statusCode(201)
        .body("home_file_names", equalTo(java.util.List.of(".m2/settings.xml")))
        .body("$", not(hasKey("home_files")));

    putConfiguration("home").body("home_file_names", hasItem(".m2/settings.xml"));
  }

  @Test
  void a_parent_image_is_shown_with_its_files_and_names_its_users() {
    put("build-environments/parent", "{\"image\":\"busybox:1\"}");
    put(
            "parent-images/parent",
            """
            {"build_environment":"parent","files":{"Dockerfile":"FROM busybox:1"}}
            """)
        .statusCode(201)
        .body("packaging.kind", equalTo("dockerfile"))
        .body("files.Dockerfile.version", equalTo(1));
    put(
            "build-configurations/child",
            """
            {"build_environment":"parent","parent_image":"parent"}
            """)
        .statusCode(201)
        .body("parent_image", equalTo("parent"));

    delete("parent-images/parent")
        .statusCode(409)
        .body("used_by", hasItem("build configuration child"));
  }

  @Test
  void what_is_used_is_not_deleted_and_its_users_are_named() {
    putProject("used");

    delete("build-configurations/used")
        .statusCode(409)
        .body("type", equalTo("urn:laas-soa:problem:in-use"))
        .body("detail", containsString("project used"));

    get("build-configurations/used").statusCode(200);
  }

  @Test
  void what_nothing_uses_is_deleted() {
    putProject("gone");

    delete("projects/gone").statusCode(204);
    delete("build-configurations/gone").statusCode(204);
    delete("build-environments/gone").statusCode(204);

    get("projects/gone").statusCode(404).body("type", equalTo("urn:laas-soa:problem:not-found"));
  }

  @Test
  void lists_are_paged_and_count_all() {
    put("image-registries/page-1", "{\"address\":\"a.example\"}");
    put("image-registries/page-2", "{\"address\":\"a.example\"}");
    put("image-registries/page-3", "{\"address\":\"a.example\"}");

    get("image-registries?q=page-&page=1&size=2")
        .body("total", equalTo(3))
        .body("items.name", equalTo(java.util.List.of("page-3")));
  }
}

package org.laassoa.server.console.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.laassoa.server.console.ConsolePages.chinesePage;
import static org.laassoa.server.console.ConsolePages.page;
import static org.laassoa.server.people.PeopleApi.by;
import static org.laassoa.server.people.PeopleApi.fresh;
import static org.laassoa.server.people.PeopleApi.user;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

/** What who has a form open is told of its entry. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class OpenFormsQuarkusTest {

  private static final Pattern ASKED = Pattern.compile("id=\"meanwhile\" hx-get=\"([^\"]+)\"");

  private String reader = "";
  private String other = "";
  private String name = "";

  @BeforeEach
  void twoAdministratorsAndAGitServer() {
    reader = user("admin");
    other = user("admin");
    name = fresh("git");
    put("{\"address\": \"https://git.example.org\"}");
  }

  @Test
  void while_nothing_happens_there_is_nothing_to_tell() {
    String asks = whereItAsks();

    page(reader, asks).statusCode(200).body(not(containsString("notice")));
  }

  @Test
  void a_change_is_told_with_its_author_and_what_all_changes_since_make_together() {
    String asks = whereItAsks();
    put("{\"address\": \"https://other.example.org\", \"port\": 8443}");
    put("{\"address\": \"https://last.example.org\", \"password\": \"canary-4711\"}");

    ValidatableResponse told = page(reader, asks).statusCode(200);

    told.body(
        allOf(
            containsString(other + " changed this"),
            containsString("<td class=\"value\">https://git.example.org</td>"),
            containsString("<td class=\"value\">https://last.example.org</td>"),
            not(containsString("https://other.example.org")),
            not(containsString("8443")),
            not(containsString("canary-4711"))));
  }

  @Test
  void what_is_saved_over_a_change_names_the_version_that_was_told() {
    String asks = whereItAsks();
    put("{\"address\": \"https://other.example.org\"}");
    String tag = by(reader).get("/api/git-servers/" + name).header("ETag");

    page(reader, asks)
        .body(containsString("data-save-over=\"" + tag.replace("\"", "&quot;") + "\""));
  }

  @Test
  void an_entry_that_was_deleted_is_told_and_cannot_be_saved() {
    String asks = whereItAsks();
    by(other).delete("/api/git-servers/" + name).then().statusCode(204);

    page(reader, asks)
        .statusCode(200)
        .body(containsString(other + " deleted this"))
        .body(not(containsString("data-save-over")));
  }

  @Test
  void an_entry_that_was_made_anew_is_another_version() {
    String asks = whereItAsks();
    by(other).delete("/api/git-servers/" + name).then().statusCode(204);
    put("{\"address\": \"https://anew.example.org\"}");

    page(reader, asks).body(containsString(other + " changed this"));
  }

  @Test
  void what_nobody_changed_by_hand_is_laid_to_nobody() {
    put("{\"address\": \"https://git.example.org\", \"is_default\": true}");
    String asks = whereItAsks();
    String next = fresh("git");
    put(next, "{\"address\": \"https://git.example.org\", \"is_default\": true}");

    ValidatableResponse told = page(reader, asks);

    // No other test has a default.
    by(other).delete("/api/git-servers/" + next).then().statusCode(204);
    told.body(containsString("Somebody changed this")).body(not(containsString("<details")));
  }

  @Test
  void of_a_shared_secret_it_is_told_that_saving_replaces() {
    String secret = fresh("secret").toUpperCase(Locale.ROOT).replace('-', '_');
    secret(secret, "first-value");
    String asks = whereItAsks("/configuration/secrets/" + secret);
    secret(secret, "second-value");

    page(reader, asks)
        .body(containsString(other + " changed this"))
        .body(containsString("Saving it replaces"))
        .body(not(containsString("data-save-over")));
  }

  @Test
  void of_a_user_it_is_told_who_changed_them() {
    String somebody = user("viewer");
    String asks = whereItAsks("/administration/users/" + somebody);
    by(other)
        .contentType("application/merge-patch+json")
        .body("{\"display_name\": \"Somebody else\"}")
        .patch("/api/users/" + somebody)
        .then()
        .statusCode(200);

    page(reader, asks).body(containsString(other + " changed this"));
  }

  @Test
  void it_is_told_in_the_readers_language() {
    String asks = whereItAsks();
    put("{\"address\": \"https://other.example.org\"}");

    chinesePage(reader, asks).body(containsString(other + " 修改了此项"));
  }

  @Test
  void it_is_told_to_those_alone_who_have_such_a_form() {
    page(user("viewer"), whereItAsks()).statusCode(403);
  }

  private String whereItAsks() {
    return whereItAsks("/configuration/git-servers/" + name);
  }

  /** The address that the open form asks again and again. */
  private String whereItAsks(String form) {
    String html = page(reader, form).statusCode(200).extract().asString();
    Matcher found = ASKED.matcher(html);
    assertThat(found.find()).isTrue();
    // REST Assured encodes what it is given.
    return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
  }

  private void put(String body) {
    put(name, body);
  }

  private void put(String server, String body) {
    by(other).contentType("application/json").body(body).put("/api/git-servers/" + server);
  }

  private void secret(String secret, String value) {
    by(other)
        .contentType("application/json")
        .body("{\"kind\": \"env\", \"value\": \"%s\"}".formatted(value))
        .put("/api/secrets/" + secret);
  }
}

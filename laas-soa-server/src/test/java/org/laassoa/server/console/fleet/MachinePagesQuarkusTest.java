package org.laassoa.server.console.fleet;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;
import static org.laassoa.server.console.ConsolePages.chinesePage;
import static org.laassoa.server.console.ConsolePages.page;
import static org.laassoa.server.people.PeopleApi.fresh;
import static org.laassoa.server.people.PeopleApi.user;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

/** The pages of the machines and of what is done on them. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class MachinePagesQuarkusTest {
  private static final Duration OPERATION = Duration.ofSeconds(60);
  private static final String HOST_KEY = "ssh-ed25519 SHA256:" + "A".repeat(43);
  private static final String SECRET = "a-password-that-nobody-sees";

  private String machine;
  private String viewer;
  private String admin;

  /** Nothing answers at its port. */
  @BeforeEach
  void aMachineThatIsNotThere() {
    machine = fresh("machine");
    viewer = user("viewer");
    admin = user("admin");
    put(
            "machines/" + machine,
            """
            {"address": "127.0.0.1", "port": 1, "username": "ops", "password": "%s",
             "description": "In the <rack>", "labels": ["gpu"], "capacity": 3,
             "server_url": "http://build.example.com:8080"}
            """
                .formatted(SECRET))
        .statusCode(201);
  }

  @Test
  void a_new_machine_waits_for_its_first_contact() {
    page(viewer, path())
        .statusCode(200)
        .body(containsString("Host key not confirmed"))
        .body(containsString("ops@127.0.0.1:1"))
        .body(containsString("In the &lt;rack&gt;"))
        .body(not(containsString(SECRET)));
    page(viewer, "/machines?q=" + machine)
        .statusCode(200)
        .body(containsString("href=\"" + path() + "\""));
    chinesePage(viewer, path()).body(containsString("主机密钥待确认"));
  }

  @Test
  void only_administrators_are_offered_what_changes_a_machine() {
    page(user("developer"), path()).body(not(containsString("data-api-path=\"/api/machines")));
    page(viewer, path() + "/edit").statusCode(403);
    page(admin, path())
        .body(containsString("id=\"delete\""))
        .body(not(containsString("id=\"uninstall\"")));
  }

  @Test
  void nothing_that_signs_in_is_offered_before_the_host_key_is_confirmed() {
    page(admin, path())
        .body(containsString("href=\"" + path() + "/host-key\""))
        .body(not(containsString("data-api-path=\"/api/machines/" + machine + "/")));
  }

  @Test
  void all_is_offered_when_the_host_key_is_confirmed() {
    confirmHostKey();

    page(admin, path())
        .body(containsString(HOST_KEY))
        .body(containsString("id=\"provision\""))
        .body(containsString("id=\"look\""))
        .body(containsString("id=\"compare-host-key\""));
  }

  @Test
  void the_host_key_is_compared_by_administrators_on_a_page_of_its_own() {
    page(admin, path() + "/host-key")
        .statusCode(200)
        .body(containsString("data-machine=\"/api/machines/" + machine + "\""))
        .body(containsString("Asking 127.0.0.1:1 for its key"))
        .body(not(containsString(SECRET)));
    chinesePage(admin, path() + "/host-key").body(containsString("这是正确的机器吗"));
    page(user("developer"), path() + "/host-key").statusCode(403);
  }

  @Test
  void the_form_holds_all_but_the_secrets_and_the_version_that_it_was_filled_from() {
    String etag = as("viewer").get("/api/machines/" + machine).header("ETag");

    page(admin, path() + "/edit")
        .statusCode(200)
        .body(containsString("data-etag=\"" + etag.replace("\"", "&quot;") + "\""))
        .body(
            containsString("name=\"capacity\" type=\"number\" min=\"1\" max=\"1000\" value=\"3\""))
        .body(containsString("value=\"http://build.example.com:8080\""))
        .body(containsString(">gpu</textarea>"))
        .body(not(containsString(SECRET)));
  }

  @Test
  void a_contact_that_failed_says_why_and_what_to_do() {
    int id = as("admin").post("/api/machines/" + machine + "/look").then().extract().path("id");
    String operation = "/machine-operations/" + id;
    await()
        .atMost(OPERATION)
        .untilAsserted(
            () -> as("viewer").get("/api" + operation).then().body("state", equalTo("failed")));

    page(viewer, operation)
        .statusCode(200)
        .body(containsString("id=\"operation-error\""))
        .body(containsString("nothing answers at"))
        .body(containsString("data-step=\"connect\" data-state=\"failed\""))
        .body(containsString("data-step=\"look\" data-state=\"skipped\""))
        .body(not(containsString("data-events")))
        .body(not(containsString("id=\"again\"")));
    page(admin, operation)
        .body(containsString("id=\"check-host-key\""))
        .body(not(containsString("id=\"again\"")));
    confirmHostKey();
    page(admin, operation).body(containsString("id=\"again\""));
    chinesePage(viewer, operation)
        .body(containsString("<strong>连接：127.0.0.1 的端口 1 没有响应</strong>"))
        .body(containsString("请检查地址和端口"))
        .body(not(containsString("nothing answers")));
    chinesePage(viewer, path()).body(containsString("连接：127.0.0.1 的端口 1 没有响应"));
    page(viewer, path()).body(containsString("href=\"" + operation + "\""));
  }

  @Test
  void who_changed_it_is_shown() {
    as("admin")
        .contentType("application/merge-patch+json")
        .body("{\"capacity\": 5}")
        .patch("/api/machines/" + machine)
        .then()
        .statusCode(200);

    page(viewer, path()).body(matchesPattern("(?s).*Changed: <code>capacity</code>.*"));
  }

  @Test
  void what_there_is_not_is_no_page() {
    page(viewer, "/machines/no-such-machine").statusCode(404);
    page(viewer, "/machine-operations/999999999").statusCode(404);
    page(viewer, "/machine-operations/none").statusCode(404);
  }

  private void confirmHostKey() {
    as("admin")
        .contentType("application/merge-patch+json")
        .body("{\"host_key\": \"" + HOST_KEY + "\"}")
        .patch("/api/machines/" + machine)
        .then()
        .statusCode(200);
  }

  private String path() {
    return "/machines/" + machine;
  }
}

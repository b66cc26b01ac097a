package org.laassoa.server.console.overview;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
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
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class MachineAttentionQuarkusTest {

  private static final Duration OPERATION = Duration.ofSeconds(20);

  @Test
  void a_machine_on_which_something_failed_needs_attention_of_those_who_see_machines() {
    String machine = fresh("machine");
    // Nothing answers at its port.
    put(
            "machines/" + machine,
            "{\"address\": \"127.0.0.1\", \"port\": 1, \"username\": \"ops\", \"password\": \"x-4711\"}")
        .statusCode(201);
    int id = as("admin").post("/api/machines/" + machine + "/look").then().extract().path("id");
    await()
        .atMost(OPERATION)
        .untilAsserted(
            () ->
                as("viewer")
                    .get("/api/machine-operations/" + id)
                    .then()
                    .body("state", equalTo("failed")));

    page(user("viewer"), "/")
        .statusCode(200)
        .body(containsString("<a href=\"/machines/" + machine + "\">Failed: Look at " + machine));

    chinesePage(user("viewer"), "/").body(containsString("失败：查看 " + machine));
    page(user(null), "/").statusCode(200).body(not(containsString(machine)));
  }
}

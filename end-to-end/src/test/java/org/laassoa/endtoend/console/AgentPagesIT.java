package org.laassoa.endtoend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.endtoend.Execution;
import org.laassoa.endtoend.RawAgent;
import org.laassoa.endtoend.World;
import org.laassoa.endtoend.api.Build;

/** An agent is drained, resumed and removed by the browser, while it builds. */
class AgentPagesIT {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final double SOON_MILLIS = 15_000;

  private static World world;

  @TempDir Path folder;
  private Page page;

  @BeforeAll
  static void aServerWithAnAgent() throws InterruptedException {
    world = World.start(Execution.PROCESS);
    await()
        .atMost(World.BUILD_LIMIT)
        .until(() -> world.api().get("/api/agents").at("/items/0/online").asBoolean());
  }

  @BeforeEach
  void anAdministrator() {
    page = signedIn();
  }

  @AfterAll
  static void end() {
    BROWSER.closePages();
    if (world != null) {
      world.close();
    }
  }

  @Test
  void a_drained_agent_finishes_what_it_has_and_takes_nothing_until_it_is_resumed()
      throws IOException, InterruptedException {
    Path go = folder.resolve("go");
    Build running = build("holding", "until [ -e " + go + " ]; do echo still; sleep 0.1; done\n");
    world.awaitLog(running, "still");
    open("/agents/1");
    page.evaluate("() => { window.notReloaded = true; }");

    page.locator("#drain").click();
    see("#agent h1 + .state", "Draining");
    see("#why", "finishes what it has");

    Build waiting = build("next", "true\n");
    Page other = signedIn();
    other.navigate(address("/builds/" + waiting.id()));
    assertThat(other.locator(".build-waiting")).containsText("is being drained");

    Files.createFile(go);
    see("#agent h1 + .state", "Drained");
    see("#agent .state-succeeded", "Succeeded");
    assertThat(world.api().build(waiting.id()).ended()).isFalse();

    page.locator("#resume").click();
    assertThat(other.locator("#build .state-succeeded").first()).isVisible(soonVisible());
    see("#agent h1 + .state", "Online");
    assertThat(page.evaluate("() => window.notReloaded")).isEqualTo(true);
  }

  @Test
  void an_agent_is_removed_when_that_is_confirmed() throws IOException, InterruptedException {
    RawAgent.join(world);
    String id = world.api().get("/api/agents").at("/items/1/id").asText();
    open("/agents/" + id);

    page.locator("#remove").click();
    assertThat(page.locator("dialog")).containsText("Its token is refused from then on");
    page.locator("dialog .button:not(.danger)").click();
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(world.api().get("/api/agents").path("total").asInt()).isEqualTo(2);

    page.locator("#remove").click();
    page.locator("dialog .button.danger").click();
    page.waitForURL("**/agents");
    see("#agents tbody", "Online");
    assertThat(page.locator("#agent-" + id)).hasCount(0);
    assertThat(world.api().get("/api/agents").path("total").asInt()).isOne();
  }

  @Test
  void an_agents_disk_is_shown_in_the_list_and_on_its_page() {
    open("/agents");

    see("#agents tbody", "GiB free");
    page.locator("#agent-1").click();
    see("#disk", "GiB free");
  }

  private Build build(String project, String script) throws InterruptedException {
    world.repository(project).write("README.md", project + "\n").commit(project);
    world.project(project).compile(script).save();
    return world.api().enqueue(project, "branch", "main", Map.of());
  }

  private void open(String path) {
    page.navigate(address(path));
  }

  private void see(String selector, String text) {
    assertThat(page.locator(selector).first())
        .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MILLIS));
  }

  private static LocatorAssertions.IsVisibleOptions soonVisible() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLIS);
  }

  private static Page signedIn() {
    return BROWSER.signedIn(
        Look.DESKTOP, world.server().address(), "admin", world.server().password());
  }

  private static String address(String path) {
    return world.server().address().resolve(path).toString();
  }
}

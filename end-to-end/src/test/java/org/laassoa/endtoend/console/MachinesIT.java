package org.laassoa.endtoend.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.endtoend.AgentBinaries;
import org.laassoa.endtoend.Needs;
import org.laassoa.endtoend.World;

/** Machines are added by the browser, on a real SSH server. */
class MachinesIT {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final Duration OPERATION = Duration.ofMinutes(3);
  private static final double OPERATION_MILLIS = OPERATION.toMillis();

  @TempDir Path folder;
  private World world;
  private String machine;
  private Page page;

  @BeforeEach
  void aServerWithAgentsToInstall() throws IOException, InterruptedException {
    Needs.setting("LAAS_TEST_SSH");
    AgentBinaries binaries = AgentBinaries.in(folder.resolve("agents"));
    world = World.bare(Map.of("LAAS_AGENT_BINARIES", binaries.folder().toString()));
    machine = World.unique("browsed");
    page =
        BROWSER.signedIn(
            Look.DESKTOP, world.server().address(), "admin", world.server().password());
  }

  @AfterEach
  void leaveNothing() throws InterruptedException {
    if (world == null) {
      return;
    }
    BROWSER.closePages();
    if (world.api().get("/api/machines").path("total").asInt() > 0) {
      long id =
          world.api().post("/api/machines/" + machine + "/uninstall", Map.of()).path("id").asLong();
      await()
          .atMost(OPERATION)
          .until(
              () -> world.api().get("/api/machine-operations/" + id).path("state").asText(),
              state -> !state.equals("running"));
    }
    world.close();
  }

  @Test
  void a_machine_is_added_its_key_confirmed_and_its_agent_installed_before_ones_eyes()
      throws InterruptedException {
    addMachine(Needs.setting("LAAS_TEST_SSH_PASSWORD"));

    String shown = shownKey();
    assertThat(shown).matches("ssh-ed25519 SHA256:\\S{43}");
    assertThat(page.locator("#compare-command").textContent()).startsWith("ssh-keygen -lf ");
    assertThat(pinned()).isEmpty();
    page.getByText("This is the machine: install the agent").click();

    page.locator("[data-step='upload'][data-state='queued']").waitFor(patiently());
    page.locator("[data-step='connect'][data-state='succeeded']").waitFor(patiently());
    assertThat(page.locator("[data-step='connect'] [data-part='output']").textContent())
        .containsOnlyOnce("host key as pinned: " + shown);
    assertThat(pinned()).isEqualTo(shown);

    leaveAndFindAgain();
    page.locator("#operation-online .state-online").waitFor(patiently());
    assertThat(page.locator("[data-step='online']").getAttribute("data-state"))
        .isEqualTo("succeeded");
    page.locator("#operation-online #agent-link").click();
    page.locator("h1").waitFor();
    assertThat(page.locator("h1").textContent()).isEqualTo(machine);
  }

  @Test
  void a_machine_whose_key_is_not_confirmed_is_never_signed_in_on() throws InterruptedException {
    addMachine(Needs.setting("LAAS_TEST_SSH_PASSWORD"));
    shownKey();

    page.locator("#reject").click();
    page.waitForURL("**/machines/" + machine);

    assertThat(page.locator("#check-host-key").isVisible()).isTrue();
    assertThat(page.locator("#provision, #look").count()).isZero();
    assertThat(pinned()).isEmpty();
    assertThat(world.api().get("/api/machines/" + machine + "/operations").path("total").asInt(-1))
        .isZero();
  }

  @Test
  void a_key_that_differs_from_the_confirmed_one_is_explained_and_can_be_confirmed_anew()
      throws InterruptedException {
    addMachine(Needs.setting("LAAS_TEST_SSH_PASSWORD"));
    String shown = shownKey();
    String other = "ssh-ed25519 SHA256:" + "A".repeat(43);
    world.api().raw("PATCH", "/api/machines/" + machine, "{\"host_key\": \"" + other + "\"}");
    page.navigate(address("/machines/" + machine));
    page.locator("#look").click();
    page.locator("#operation-error").waitFor(patiently());
    assertThat(page.locator("#operation-error").textContent()).contains("host key has changed");

    page.locator("#check-host-key").click();
    page.locator("#host-key-changed").waitFor(patiently());
    assertThat(page.locator("#host-key-changed").textContent())
        .contains("not the key that is pinned", other);
    assertThat(shownKey()).isEqualTo(shown);
    assertThat(pinned()).isEqualTo(other);

    page.locator("#confirm-and-look").click();
    page.locator("dialog button.danger").click();
    page.locator("#operation-next").waitFor(patiently());
    assertThat(pinned()).isEqualTo(shown);
  }

  @Test
  void a_machine_that_does_not_answer_says_so_before_anything_else() {
    page.navigate(address("/new/machine"));
    page.locator("#machine-name").fill(machine);
    page.locator("#machine-address").fill("127.0.0.1");
    page.locator("#machine-port").fill("1");
    page.locator("#machine-username").fill("ops");
    page.locator("#machine-password").fill("something");
    BROWSER.expect("422");

    page.locator("#save-machine").click();

    page.locator("#host-key-failed").waitFor(patiently());
    assertThat(page.locator("#host-key-failed").textContent())
        .contains("nothing answers at 127.0.0.1 port 1", "firewalls");
    assertThat(page.locator("#confirm").isVisible()).isFalse();
  }

  /** What goes on does so without anybody looking; its address and the machine's lead to it. */
  private void leaveAndFindAgain() {
    String operation = page.url();
    page.navigate(address("/machines"));
    page.getByText(machine, new Page.GetByTextOptions().setExact(true)).first().click();
    page.locator("h1").waitFor();
    page.locator("main a[href='" + URI.create(operation).getPath() + "']").first().click();
    page.waitForURL(operation);
  }

  @Test
  void a_wrong_password_is_said_with_what_to_do_and_can_be_put_right() {
    addMachine("not-the-password");
    shownKey();
    page.locator("#confirm-and-look").click();

    Locator error = page.locator("#operation-error");
    error.waitFor(patiently());
    assertThat(error.textContent()).contains("refuses to let");
    page.getByText("Edit the machine").click();
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
        .fill(Needs.setting("LAAS_TEST_SSH_PASSWORD"));
    page.locator("#save-machine").click();
    page.locator("#look").click();

    page.locator("#operation-next").waitFor(patiently());
    assertThat(page.content()).doesNotContain(Needs.setting("LAAS_TEST_SSH_PASSWORD"));
  }

  @Test
  void a_mistake_is_told_at_its_field() {
    page.navigate(address("/new/machine"));
    page.locator("#machine-name").fill(machine);
    page.locator("#machine-address").fill("not a host");
    page.locator("#machine-username").fill("ops");
    page.locator("#machine-password").fill("something");
    BROWSER.expect("400");

    page.locator("#save-machine").click();

    page.locator("#machine-address[aria-invalid='true']").waitFor();
    assertThat(page.locator(".field-error").first().textContent()).contains("IP address");
  }

  private void addMachine(String password) {
    String[] ssh = Needs.setting("LAAS_TEST_SSH").split(":", 2);
    page.navigate(address("/new/machine"));
    page.locator("#machine-name").fill(machine);
    page.locator("#machine-address").fill(ssh[0]);
    page.locator("#machine-port").fill(ssh[1]);
    page.locator("#machine-username").fill(Needs.setting("LAAS_TEST_SSH_USER"));
    page.locator("#machine-password").fill(password);
    page.getByText("More settings").click();
    page.locator("#machine-directory").fill("~/" + machine);
    page.locator("#machine-executor").selectOption("process");
    page.locator("#save-machine").click();
    page.waitForURL("**/machines/" + machine + "/host-key");
  }

  private String shownKey() {
    page.locator("#confirm-host-key").waitFor(patiently());
    assertThat(Axe.violations(page)).isEmpty();
    return page.locator("#fingerprint").textContent();
  }

  /** Empty while there is none. */
  private String pinned() throws InterruptedException {
    return world.api().get("/api/machines/" + machine).path("host_key").asText("");
  }

  private String address(String path) {
    return world.server().address().resolve(path).toString();
  }

  private static Locator.WaitForOptions patiently() {
    return new Locator.WaitForOptions().setTimeout(OPERATION_MILLIS);
  }
}

package org.laassoa.endtoend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.laassoa.endtoend.console.BareConsole.button;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.laassoa.endtoend.World;
import org.laassoa.endtoend.Worlds;

/** Pages that are open while others change what they show. */
@ExtendWith(Worlds.Extension.class)
class OpenFormsIT {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private final World world;
  private final BareConsole console;

  OpenFormsIT(Worlds worlds) throws InterruptedException {
    world = worlds.bare();
    console = new BareConsole(world, BROWSER);
  }

  @Test
  void who_has_a_form_open_is_told_what_another_saved_and_loses_nothing()
      throws InterruptedException {
    // Given
    BROWSER.expect("412 (Precondition Failed)");
    String form = registry();
    Page page = console.open(form);
    page.locator("#field-description").fill("Mine");
    String other = World.unique("other");
    Page theirs = console.openAs(other, "admin", form);
    theirs.locator("#field-username").fill("robot");
    theirs.locator("#field-description").fill("Theirs");

    // When
    button(theirs, "Save").click();
    assertThat(theirs.locator(".notice.success")).isVisible();

    // Then
    assertThat(page.locator("#meanwhile .notice")).containsText(other + " changed this");
    page.locator("#meanwhile summary").click();
    assertThat(page.locator("#meanwhile tbody tr")).hasCount(2);
    assertThat(page.locator("#meanwhile tbody")).containsText("robot");
    button(page, "Save").click();
    assertThat(page.locator(".form-error")).isVisible();
    assertThat(page.locator("#field-description")).hasValue("Mine");
    button(page, "Save mine over it").click();
    assertThat(page.locator(".notice.success")).isVisible();
    assertThat(page.locator("#field-description")).hasValue("Mine");
    assertThat(page.locator("#field-username")).hasValue("");
  }

  @Test
  void who_has_a_form_open_is_told_when_the_entry_is_deleted() throws InterruptedException {
    // Given
    BROWSER.expect("404");
    String form = registry();
    Page page = console.open(form);
    page.locator("#field-description").fill("Mine");

    // When
    world.api().raw("DELETE", "/api/image-registries/" + form.replaceAll(".*/", ""), null);

    // Then
    assertThat(page.locator("#meanwhile .notice")).containsText("admin deleted this");
    assertThat(page.locator("#field-description")).hasValue("Mine");
  }

  @Test
  void who_has_a_form_open_is_not_led_away_when_their_session_ends() throws InterruptedException {
    // Given
    BROWSER.expect("401");
    Page page = console.open(registry());
    page.locator("#field-description").fill("Mine");

    // When
    page.waitForResponse(answer -> answer.status() == 401, () -> page.context().clearCookies());

    // Then
    button(page, "Save").click();
    assertThat(page.locator(".form-error")).isVisible();
    assertThat(page.locator("#field-description")).hasValue("Mine");
  }

  @Test
  void a_list_gets_a_new_row_without_a_reload() throws InterruptedException {
    // Given
    Page page = console.open("/configuration/registries");
    page.evaluate("() => { window.notReloaded = true; }");

    // When
    String name = registry().replaceAll(".*/", "");

    // Then
    assertThat(page.locator("#entry-" + name)).isVisible();
    assertThat(page.evaluate("() => window.notReloaded")).isEqualTo(true);
  }

  @Test
  void what_is_seen_now_and_then_is_accessible_too() throws InterruptedException {
    BROWSER.expect("400 (Bad Request)");
    BROWSER.expect("404 (Not Found)");
    List<String> complaints = new ArrayList<>();

    for (Look look : List.of(Look.DESKTOP, Look.PHONE.dark().in("zh-CN"))) {
      String form = registry();
      Page page = console.open(look, form);
      page.locator("#delete").click();
      assertThat(page.locator("dialog")).isVisible();
      look(page, "a question", complaints);
      page.keyboard().press("Escape");

      world
          .api()
          .put(form.replace("/configuration/registries", "/api/image-registries"), request("new"));
      page.locator("#meanwhile summary").click();
      look(page, "a change by others", complaints);

      page.navigate(console.address("/new/git-server"));
      page.locator("#field-name").fill(World.unique("wrong"));
      page.locator("#field-address").fill("git.example.com");
      page.locator("form .primary").click();
      assertThat(page.locator(".field-error")).isVisible();
      look(page, "errors at fields", complaints);

      page.navigate(console.address("/configuration/git-servers/there-is-none"));
      look(page, "an error", complaints);

      page.navigate(console.address("/configuration/webhooks?q=there-is-none"));
      assertThat(page.locator(".empty")).isVisible();
      look(page, "an empty list", complaints);
    }

    assertThat(complaints).isEmpty();
  }

  private static void look(Page page, String what, List<String> complaints) {
    Axe.violations(page).forEach(violation -> complaints.add(what + ": " + violation));
  }

  /** A new image registry; gives the address of its form. */
  private String registry() throws InterruptedException {
    String name = World.unique("registry");
    world.api().put("/api/image-registries/" + name, request(""));
    return "/configuration/registries/" + name;
  }

  private static Map<String, ?> request(String description) {
    return Map.of("address", "registry.example.com", "description", description);
  }
}

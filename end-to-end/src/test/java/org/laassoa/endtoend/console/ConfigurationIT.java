package org.laassoa.endtoend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.laassoa.endtoend.World;
import org.laassoa.endtoend.Worlds;

/** What people do with the configuration in a browser. */
@ExtendWith(Worlds.Extension.class)
class ConfigurationIT {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private final Worlds worlds;

  ConfigurationIT(Worlds worlds) {
    this.worlds = worlds;
  }

  private Page open(String path) throws InterruptedException {
    World world = worlds.bare();
    Page page =
        BROWSER.signedIn(
            Look.DESKTOP, world.server().address(), "admin", world.server().password());
    page.navigate(world.server().address().resolve(path).toString());
    return page;
  }

  /** A build configuration with one script; gives its address. */
  private String configuration() throws InterruptedException {
    String name = "edited-" + UUID.randomUUID();
    worlds.bare().api().put("/api/build-environments/" + name, Map.of("image", "busybox:1"));
    worlds
        .bare()
        .api()
        .put(
            "/api/build-configurations/" + name,
            Map.of(
                "build_environment", name, "files", Map.of("compile.sh", "set -eu\necho one\n")));
    return "/configuration/build-configurations/" + name;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator script(Page page, String name) {
    return page.locator("textarea[aria-label='" + name + "']");
  }

  @Test
  void a_script_is_edited_compared_and_restored() throws InterruptedException {
    String address = configuration();
    Page page = open(address);

    script(page, "compile.sh").fill("set -eu\necho two\n");
    button(page, "Save").click();
    assertThat(page.locator(".notice.success")).isVisible();
    page.navigate(worlds.bare().server().address().resolve(address + "/versions").toString());
    page.locator("tbody tr").first().locator("a").click();

    assertThat(page.locator(".diff-removed .diff-text")).hasText("echo one");
    assertThat(page.locator(".diff-added .diff-text")).hasText("echo two");

    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Restore.* 1$")))
        .click();
    page.locator("dialog .danger").click();
    assertThat(page.locator("tbody tr")).hasCount(3);
    page.navigate(worlds.bare().server().address().resolve(address).toString());
    assertThat(script(page, "compile.sh")).hasValue("set -eu\necho one\n");
  }

  @Test
  void a_file_is_added_to_the_scripts() throws InterruptedException {
    String address = configuration();
    Page page = open(address);

    button(page, "Add a file").click();
    page.keyboard().type("Dockerfile");
    page.keyboard().press("Enter");
    script(page, "Dockerfile").fill("FROM busybox:1\n");
    button(page, "Save").click();

    assertThat(page.locator(".notice.success")).isVisible();
    assertThat(page.getByRole(AriaRole.TAB)).hasText(new String[] {"Dockerfile", "compile.sh"});
  }

  @Test
  void tab_indents_and_after_escape_leaves_the_editor() throws InterruptedException {
    Page page = open(configuration());
    Locator area = script(page, "compile.sh");

    area.focus();
    page.keyboard().press("Control+End");
    page.keyboard().press("Tab");
    String indented = area.inputValue();
    page.keyboard().press("Escape");
    page.keyboard().press("Tab");

    assertThat(indented).endsWith("echo one\n  ");
    assertThat(area).not().isFocused();
    assertThat(area).hasValue(indented);
  }

  @Test
  void a_wrong_field_says_so_where_it_is() throws InterruptedException {
    Page page = open("/new/git-server");
    BROWSER.expect("400 (Bad Request)");

    page.locator("#field-name").fill("wrong-" + UUID.randomUUID());
    page.locator("#field-address").fill("git.example.com");
    button(page, "Add").click();

    assertThat(page.locator("#field-address")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator(".field:has(#field-address) .field-error")).isVisible();
    assertThat(page.locator("#field-address")).isFocused();
  }

  @Test
  void a_stored_password_stays_until_it_is_removed() throws InterruptedException {
    String name = "kept-" + UUID.randomUUID();
    worlds
        .bare()
        .api()
        .put(
            "/api/git-servers/" + name,
            Map.of("address", "https://git.example.com", "password", "not-shown-4711"));
    Page page = open("/configuration/git-servers/" + name);

    button(page, "Save").click();
    assertThat(page.locator(".notice.success")).isVisible();
    assertThat(page.getByText("Is set")).isVisible();
    page.getByLabel("Remove what is stored").check();
    button(page, "Save").click();

    assertThat(page.getByText("Is set")).hasCount(0);
  }

  @Test
  void a_file_is_tried_before_it_is_applied() throws InterruptedException {
    String name = "from-a-file-" + UUID.randomUUID();
    Page page = open("/configuration/file");

    page.locator("#file-text")
        .fill("git_servers:\n  %s:\n    address: https://git.example.com\n".formatted(name));
    button(page, "See what would change").click();
    assertThat(page.locator(".file-result")).containsText(name);
    assertThat(page.request().get(address("/api/git-servers/" + name)).status()).isEqualTo(404);
    button(page, "Apply it").click();
    page.locator("dialog .danger").click();

    assertThat(page.locator(".file-result .notice.success")).isVisible();
    assertThat(page.request().get(address("/api/git-servers/" + name)).status()).isEqualTo(200);
  }

  private String address(String path) throws InterruptedException {
    return worlds.bare().server().address().resolve(path).toString();
  }
}

package org.laassoa.endtoend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.laassoa.endtoend.console.BareConsole.button;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.laassoa.endtoend.GitlabServer;
import org.laassoa.endtoend.World;
import org.laassoa.endtoend.Worlds;
import org.laassoa.endtoend.git.GitRepository;

/** A project made and configured in a browser. */
@ExtendWith(Worlds.Extension.class)
class ProjectSettingsIT {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private final World world;
  private final BareConsole console;

  ProjectSettingsIT(Worlds worlds) throws InterruptedException {
    world = worlds.bare();
    console = new BareConsole(world, BROWSER);
  }

  @Test
  void a_repository_of_a_git_host_is_picked_and_its_branches_are_offered()
      throws InterruptedException {
    // Given
    String name = World.unique("picked");
    GitRepository repository = world.repository("team/" + name);
    repository.write("README", "A").commit("A");
    repository.branch("release-7").write("README", "B").commit("B");
    new GitlabServer(world.git(), world.gitPassword());
    world.putGitServer("gitlab", "gitlab", world.gitPassword());
    world.project(World.unique("base")).compile("true\n").save();
    Page page = console.open("/new/project");

    // When
    page.locator("#git-server").selectOption("gitlab");
    page.locator("#repository").pressSequentially(name);
    assertThat(page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name)))
        .containsText("What is in team/" + name);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.locator("#repository")).hasValue("team/" + name);
    assertThat(page.locator("#name")).hasValue(name);
    assertThat(page.locator("#description")).hasValue("What is in team/" + name);
    page.locator("form .form-foot .primary").click();
    assertThat(page.locator("h1")).hasText(name);
    page.locator(".build-now > summary").click();
    page.locator("#build-ref").fill("rel");

    // Then
    assertThat(page.locator("#build-refs option[value='release-7']")).hasCount(1);
  }

  @Test
  void all_settings_of_a_project_are_saved_and_shown_again() throws InterruptedException {
    // Given
    String next = world.project(World.unique("next")).compile("true\n").save();
    String project = world.project(World.unique("whole")).compile("true\n").save();
    Page page = console.open("/projects/" + project + "/settings");

    // When
    page.locator("#project-type").selectOption("java");
    page.locator("#description").fill("All of it");
    page.locator("#submodules").check();
    page.locator("#timeout").fill("1234");
    page.locator("#max-attempts").fill("3");
    page.locator("#max-concurrent").fill("4");
    page.locator("#required-labels").fill("arch=amd64\ngpu=yes");
    page.locator("#newest-only").check();
    fillPair(page.locator("pairs-field[name='variables']"), "COLOUR", "green");
    page.locator("#triggers-push").fill("main\nrelease/*");
    page.locator("#triggers-tag").fill("v*");
    page.locator("#triggers-merge-request").check();
    Locator parameter = newRow(page, "parameters");
    parameter.locator("[data-field=name]").fill("VERSION");
    parameter.locator("[data-field=default]").fill("1.0");
    parameter.locator("[data-field=choices]").fill("1.0\n2.0");
    parameter.locator("[data-field=required]").check();
    Locator downstream = newRow(page, "downstream");
    downstream.locator("[data-field=project]").fill(next);
    downstream.locator("[data-field=ref]").fill("main");
    page.locator("#keep-builds").fill("50");
    page.locator("#keep-days").fill("60");
    page.locator("#public-badge").check();
    button(page, "Save").click();
    page.waitForURL(Pattern.compile(".*/projects/" + project + "$"));

    // Then
    page.navigate(console.address("/projects/" + project + "/settings"));
    assertThat(page.locator("#project-type")).hasValue("java");
    assertThat(page.locator("#description")).hasValue("All of it");
    assertThat(page.locator("#required-labels")).hasValue("arch=amd64\ngpu=yes");
    assertThat(page.locator("#triggers-push")).hasValue("main\nrelease/*");
    assertThat(page.locator("object-rows[name=parameters] [data-field=choices]"))
        .hasValue("1.0\n2.0");
    assertThat(page.locator("object-rows[name=downstream] [data-field=project]")).hasValue(next);
    assertThat(page.locator("#keep-days")).hasValue("60");
    assertThat(page.locator("#public-badge")).isChecked();
    JsonNode stored = world.api().get("/api/projects/" + project);
    assertThat(stored.path("timeout_seconds").asInt()).isEqualTo(1234);
    assertThat(stored.path("max_attempts").asInt()).isEqualTo(3);
    assertThat(stored.path("max_concurrent").asInt()).isEqualTo(4);
    assertThat(stored.path("newest_only").asBoolean()).isTrue();
    assertThat(stored.path("submodules").asBoolean()).isTrue();
    assertThat(stored.path("variables").path("COLOUR").asText()).isEqualTo("green");
    assertThat(stored.path("triggers").path("merge_request").asBoolean()).isTrue();
    assertThat(stored.path("parameters").path(0).path("required").asBoolean()).isTrue();
  }

  private static Locator newRow(Page page, String name) {
    Locator rows = page.locator("object-rows[name=" + name + "]");
    rows.locator(":scope > .row > button").click();
    return rows.locator(".object-row").last();
  }

  private static void fillPair(Locator field, String name, String value) {
    field.locator(":scope > button").click();
    field.locator(".pair").last().locator("input").fill(name);
    field.locator(".pair").last().locator("textarea").fill(value);
  }
}

package org.laassoa.endtoend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.endtoend.Execution;
import org.laassoa.endtoend.Needs;
import org.laassoa.endtoend.World;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.git.GitHttpServer;
import org.laassoa.endtoend.process.PackagedAgent;

/** Somebody new goes from the first start to a green build with a pushed image, in the browser. */
class NewUserIT {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final double BUILD_LIMIT = World.BUILD_LIMIT.toMillis();

  @TempDir Path folder;
  private World world;
  private PackagedAgent agent;

  @BeforeEach
  void a_server_that_was_just_started() throws InterruptedException {
    Needs.of(Execution.DOCKER);
    Needs.image("laas-test/node:1");
    world = World.bare();
    world.api().raw("DELETE", "/api/git-servers/git", null);
    world
        .repository("first")
        .copy(World.example("node"))
        .write("Dockerfile", "FROM laas-test/busybox:1\nCOPY package.json /\n")
        .commit("The first project");
  }

  @AfterEach
  void end() throws Exception {
    BROWSER.closePages();
    if (agent != null) {
      agent.close();
    }
    if (world != null) {
      world.close();
    }
  }

  @Test
  void from_the_first_start_to_a_green_build_with_a_pushed_image() throws InterruptedException {
    Page page = BROWSER.open(Look.DESKTOP);

    signIn(page);
    page.locator("a[href='/setup']").first().click();
    joinAnAgent(page);
    addTheRegistry(page);
    addTheGitServer(page);
    pickAConfiguration(page);
    addTheProject(page);
    page.locator("#build-ref").fill("main");
    page.locator("#build-now").click();

    assertThat(page.locator("#setup-green"))
        .isVisible(new IsVisibleOptions().setTimeout(BUILD_LIMIT));
    page.locator("#open-build").click();
    assertThat(page).hasURL(Pattern.compile(".*/builds/\\d+"));
    Build build = world.api().build(Long.parseLong(page.url().replaceAll(".*/", "")));
    assertThat(build.state()).isEqualTo("succeeded");
    assertThat(build.images()).hasSize(1);
    assertThat(build.images().getFirst().digest()).startsWith("sha256:");
    assertThat(page.locator(".build-facts")).containsText(build.images().getFirst().digest());
  }

  private void signIn(Page page) {
    page.navigate(world.server().address().resolve("/").toString());
    page.getByLabel("User name").fill("admin");
    page.getByLabel("Password").fill("not-the-password");
    page.locator("button[type=submit]").click();
    BROWSER.expect("401");
    assertThat(page.locator(".form-error")).isVisible();
    page.getByLabel("Password").fill(world.server().password());
    page.locator("button[type=submit]").click();
    assertThat(page.locator("h1")).containsText("Overview");
  }

  private void joinAnAgent(Page page) {
    page.locator("#make-join-token").click();
    assertThat(page.locator("#join-token")).hasText(Pattern.compile("laas-join-\\S+"));
    String token = page.locator("#join-token").textContent().strip();
    agent =
        PackagedAgent.start(
            world.server().address(),
            token,
            new PackagedAgent.Settings(
                "first-agent", folder.resolve("agent"), "docker", 1, Map.of("LAAS_GRACE", "0")));
    assertThat(page.locator("#setup-agents .notice.success"))
        .isVisible(new IsVisibleOptions().setTimeout(60_000));
    page.locator("#continue").click();
  }

  private static void addTheRegistry(Page page) {
    String[] registry = Needs.setting("LAAS_TEST_REGISTRY").split(":");
    page.locator("#registry-address").fill(registry[0]);
    page.locator("#registry-port").fill(registry[1]);
    page.locator("#registry-username").fill(Needs.setting("LAAS_TEST_REGISTRY_USER"));
    page.locator("#registry-password").fill(Needs.setting("LAAS_TEST_REGISTRY_PASSWORD"));
    page.locator("#registry-tls").uncheck();
    page.locator("#save-registry").click();
    page.locator("#test-registry").click();
    assertThat(page.locator(".notice.success").first()).isVisible();
    page.locator("#continue").click();
  }

  private void addTheGitServer(Page page) {
    page.locator("#git-kind").selectOption(new SelectOption().setValue("generic"));
    page.locator("#git-address").fill("http://127.0.0.1:" + world.git().port());
    page.locator("#git-username").fill(GitHttpServer.USERNAME);
    page.locator("#git-password").fill(world.gitPassword());
    page.locator("#save-git").click();
    page.locator("#continue").click();
  }

  private static void pickAConfiguration(Page page) {
    page.locator("#pick-nodejs-image").click();
    page.locator("#environment-image").fill("laas-test/node:1");
    page.locator("#use-environment").click();
  }

  private static void addTheProject(Page page) {
    page.locator("#project-name").fill("first");
    page.locator("#project-repository").fill("first.git");
    page.locator("#save-project").click();
  }
}

package org.laassoa.endtoend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.laassoa.endtoend.console.BareConsole.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.laassoa.endtoend.World;
import org.laassoa.endtoend.Worlds;
import org.laassoa.endtoend.process.Passwords;

/** Users and their tokens, in a browser. */
@ExtendWith(Worlds.Extension.class)
class PeopleIT {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private final BareConsole console;

  PeopleIT(Worlds worlds) throws InterruptedException {
    console = new BareConsole(worlds.bare(), BROWSER);
  }

  @Test
  void a_user_is_added_and_one_who_is_given_less_sees_less_in_the_session_they_have() {
    // Given
    BROWSER.expect("403 (Forbidden)");
    String name = World.unique("colleague");
    String password = Passwords.random();
    Page admin = console.open("/new/user");
    admin.locator("#user-name").fill(name);
    admin.locator("#user-role").selectOption("admin");
    admin.locator("#user-password").fill(password);
    button(admin, "Add").click();
    assertThat(admin.locator("h1")).hasText(name);
    Page theirs = console.openAs(name, password, "/administration/users", Look.DESKTOP);
    Locator administration = theirs.locator("#navigation a[href='/administration']");
    assertThat(administration).isVisible();

    // When
    admin.locator("#user-role").selectOption("viewer");
    button(admin, "Save").click();
    assertThat(admin.locator(".notice.success")).isVisible();

    // Then
    theirs.navigate(console.address("/configuration/git-servers/git"));
    assertThat(administration).hasCount(0);
    assertThat(button(theirs, "Save")).hasCount(0);
    assertThat(theirs.navigate(console.address("/administration/users")).status()).isEqualTo(403);
    assertThat(theirs.locator("h1")).isVisible();
  }

  @Test
  void a_token_is_shown_once_works_and_is_revoked() throws IOException, InterruptedException {
    // Given
    String name = World.unique("pipeline");
    Page page = console.open("/account");
    page.locator("new-token summary").click();
    page.locator("#token-name").fill(name);

    // When
    button(page, "Create").click();
    String token = page.locator("code.new-token").textContent();
    int before = statusWith(token);
    // The list shows it while the token is still on the page.
    Locator row = page.locator("#tokens tr").filter(new Locator.FilterOptions().setHasText(name));
    assertThat(row).hasCount(1);
    assertThat(page.locator("code.new-token")).hasText(token);
    row.locator("button").click();
    page.locator("dialog .danger").click();
    assertThat(row).hasCount(0);

    // Then
    assertThat(before).isEqualTo(200);
    assertThat(statusWith(token)).isEqualTo(401);
    assertThat(page.content()).doesNotContain(token);
    assertThat(page).hasURL(Pattern.compile(".*/account$"));
  }

  private int statusWith(String token) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(console.address("/api/me")))
              .header("Authorization", "Bearer " + token)
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}

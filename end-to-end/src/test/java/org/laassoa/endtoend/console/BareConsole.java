package org.laassoa.endtoend.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.laassoa.endtoend.World;

/**
 * The console of a world without an agent, as people use it who configure.
 *
 * @param world the world
 * @param browser where its pages are opened
 */
record BareConsole(World world, Browser browser) {

  private static final String PASSWORD = "a-long-password-1";

  /** A page that the first administrator opens. */
  Page open(String path) {
    return open(Look.DESKTOP, path);
  }

  /** The same, looked at in another way. */
  Page open(Look look, String path) {
    Page page =
        browser.signedIn(look, world.server().address(), "admin", world.server().password());
    page.navigate(address(path));
    return page;
  }

  /** A page that another user opens, added for it with that role. */
  Page openAs(String user, String role, String path) throws InterruptedException {
    world.api().put("/api/users/" + user, Map.of("role", role, "password", PASSWORD));
    return openAs(user, PASSWORD, path, Look.DESKTOP);
  }

  /** A page that a user opens who is there. */
  Page openAs(String user, String password, String path, Look look) {
    Page page = browser.signedIn(look, world.server().address(), user, password);
    page.navigate(address(path));
    return page;
  }

  String address(String path) {
    return world.server().address().resolve(path).toString();
  }

  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}

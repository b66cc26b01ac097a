package org.laassoa.server.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is around every page.
 *
 * @param user who looks at it, or null when nobody has signed in
 * @param access what they may do
 * @param csrfToken what goes with each change; empty without a session
 * @param language the language of the page
 * @param theme how it looks
 * @param address of the page, with its query
 * @param assets the files that go with it
 */
public record ShellView(
    @Nullable String user,
    Access access,
    String csrfToken,
    Language language,
    Theme theme,
    String address,
    Assets assets) {

  /** The address of a file that goes with the page, such as {@code console.css}. */
  public String asset(String name) {
    return assets.address(name);
  }

  /** Whether they may build and cancel. */
  public boolean mayBuild() {
    return access.build();
  }

  /** Whether they may change the configuration of what the page is about. */
  public boolean mayConfigure() {
    return access.configure();
  }

  /** The address that changes a preference and comes back, such as {@code theme=dark}. */
  public String preferring(String choice) {
    return "/preferences?" + choice + "&to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
  }
}

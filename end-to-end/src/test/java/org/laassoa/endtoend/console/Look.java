package org.laassoa.endtoend.console;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/**
 * How a page is looked at.
 *
 * @param width of the window, in CSS pixels
 * @param height of the window, in CSS pixels
 * @param locale the browser's language, such as {@code zh-CN}
 * @param scheme light or dark, as the system would say
 */
record Look(int width, int height, String locale, ColorScheme scheme) {

  /** A desktop, English, light. */
  static final Look DESKTOP = new Look(1280, 800, "en-US", ColorScheme.LIGHT);

  /** A small phone, English, light. */
  static final Look PHONE = new Look(360, 740, "en-US", ColorScheme.LIGHT);

  /** The same in the dark. */
  Look dark() {
    return new Look(width, height, locale, ColorScheme.DARK);
  }

  /** The same in another language. */
  Look in(String language) {
    return new Look(width, height, language, scheme);
  }

  NewContextOptions options() {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setLocale(locale)
        .setColorScheme(scheme);
  }
}

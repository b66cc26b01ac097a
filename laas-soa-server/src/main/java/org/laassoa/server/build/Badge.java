package org.laassoa.server.build;

import java.util.Optional;

/**
 * A small picture of how a project's builds went.
 *
 * @param label what stands on the left
 * @param words how it went
 * @param color the color behind it
 */
record Badge(String label, String words, String color) {

  private static final int LONGEST = 40;

  /** The width of a letter of Verdana 11 px on average, in tenths of a pixel. */
  private static final int LETTER = 66;

  private static final int MARGIN = 10;

  /** The badge of a build's final state, or of no build. */
  static Badge of(String label, Optional<String> state) {
    String shown = label.codePointCount(0, label.length()) <= LONGEST ? label : shortened(label);
    return switch (state.orElse("none")) {
      case "succeeded" -> new Badge(shown, "passing", "#2e7d32");
      case "failed" -> new Badge(shown, "failing", "#c62828");
      default -> new Badge(shown, "no builds", "#757575");
    };
  }

  private static String shortened(String label) {
    return label.substring(0, label.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /** The picture; nothing in it is taken as markup. */
  String svg() {
    int left = width(label);
    int right = width(words);
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" \
        aria-label="%5$s: %6$s"><title>%5$s: %6$s</title>\
        <rect width="%2$d" height="20" fill="#444"/>\
        <rect x="%2$d" width="%3$d" height="20" fill="%4$s"/>\
        <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" \
        font-size="11"><text x="%7$d" y="14">%5$s</text><text x="%8$d" y="14">%6$s</text></g></svg>
        """
        .formatted(
            left + right,
            left,
            right,
            color,
            escaped(label),
            escaped(words),
            left / 2,
            left + right / 2);
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length()) * LETTER / 10 + MARGIN;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(Character.isISOControl(c) ? '?' : c);
              }
            });
    return escaped.toString();
  }
}

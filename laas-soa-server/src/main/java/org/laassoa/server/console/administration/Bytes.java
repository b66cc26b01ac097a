package org.laassoa.server.console.administration;

import java.util.List;
import java.util.Locale;

/** Numbers of bytes for people. */
final class Bytes {

  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");
  private static final int STEP = 1024;

  private Bytes() {}

  /** Such as {@code 1.5 GiB}. */
  static String text(long bytes) {
    double number = bytes;
    int unit = 0;
    while (number >= STEP && unit < UNITS.size() - 1) {
      number /= STEP;
      unit++;
    }
    String digits = unit == 0 || number >= 100 ? "%.0f" : "%.1f";
    return String.format(Locale.ROOT, digits, number) + " " + UNITS.get(unit);
  }
}

package org.laassoa.server.console.build;

import java.util.List;
import java.util.Locale;

/** A number of bytes in words that need no translation. */
final class ByteSize {

  private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB");
  private static final int UNIT = 1024;

  private ByteSize() {}

  /** Such as {@code 85 B} or {@code 12.3 MiB}. */
  static String words(long bytes) {
    if (bytes < UNIT) {
      return bytes + " B";
    }
    double value = (double) bytes / UNIT;
    int unit = 0;
    while (value >= UNIT && unit < UNITS.size() - 1) {
      value /= UNIT;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, UNITS.get(unit));
  }
}

package org.laassoa.builder.disk;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of bytes as people write them: {@code 500M} is 500 times 2^20. */
public final class ByteSize {

  private static final Pattern FORM = Pattern.compile("(\\d{1,15})([KMGT]?)(?:i?B)?");
  private static final String UNITS = "KMGT";

  private ByteSize() {}

  /** The number of bytes, 0 or more; nothing when the text is of another form. */
  public static OptionalLong parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return OptionalLong.empty();
    }
    long unit = form.group(2).isEmpty() ? 1 : 1L << 10 * (UNITS.indexOf(form.group(2)) + 1);
    try {
      return OptionalLong.of(Math.multiplyExact(Long.parseLong(form.group(1)), unit));
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  /** A number for people: {@code 300 MiB}, {@code 1.5 GiB}. */
  public static String words(long bytes) {
    int unit = -1;
    double amount = bytes;
    while (amount >= 1024 && unit < UNITS.length() - 1) {
      amount /= 1024;
      unit++;
    }
    if (unit < 0) {
      return bytes + " bytes";
    }
    String number = String.format(Locale.ROOT, amount < 10 ? "%.1f" : "%.0f", amount);
    return number.replaceFirst("\\.0$", "") + " " + UNITS.charAt(unit) + "iB";
  }
}

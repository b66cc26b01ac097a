package org.laassoa.server.machine;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why something could not be done on a machine.
 *
 * @param code what it was
 * @param details what the words of the code name, without any secret
 */
public record MachineFailure(FailureCode code, Map<String, String> details) {
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

  /** Keeps the details as they are now. */
  public MachineFailure {
    details = Map.copyOf(details);
  }

  /** A failure without details so far. */
  public static MachineFailure of(FailureCode code) {
    return new MachineFailure(code, Map.of());
  }

  /** The same with a detail; NUL in it is replaced, since the database does not keep that. */
  public MachineFailure with(String name, Object value) {
    Map<String, String> all = new TreeMap<>(details);
    all.put(name, value.toString().replace('\0', '?'));
    return new MachineFailure(code, all);
  }

  /** What has happened, in English. */
  public String message() {
    return fill(code.message(), details);
  }

  /** What a person can do about it, in English. */
  public String advice() {
    return fill(code.advice(), details);
  }

  /** A text whose {@code {names}} are filled; what there is nothing for stays. */
  public static String fill(String text, Map<String, String> details) {
    return NAME.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(details.getOrDefault(found.group(1), found.group())));
  }
}

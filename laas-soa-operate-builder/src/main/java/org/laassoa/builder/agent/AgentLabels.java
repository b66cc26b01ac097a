package org.laassoa.builder.agent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an agent has, in words that builds can require. */
final class AgentLabels {

  /** So many may be given; the wire takes a few more, for those that the agent adds. */
  static final int MOST = 40;

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._/=-]{1,63}");

  private AgentLabels() {}

  /** The labels of such a list, without repetitions, in their order. */
  static List<String> parse(String list) {
    return Stream.of(list.split(",", -1))
        .map(String::strip)
        .filter(label -> !label.isEmpty())
        .distinct()
        .toList();
  }

  /** Whether the labels are such as may be given. */
  static boolean allowed(List<String> labels) {
    return labels.size() <= MOST && labels.stream().allMatch(l -> FORM.matcher(l).matches());
  }

  /** Those that were given, after those that the agent sees itself. */
  static List<String> with(List<String> given, String executor) {
    Set<String> all = new LinkedHashSet<>();
    all.add("os=" + System.getProperty("os.name", "unknown").toLowerCase(Locale.ROOT));
    all.add("arch=" + architecture(System.getProperty("os.arch", "unknown")));
    all.add("executor=" + executor);
    if (executor.equals("docker")) {
      all.add("docker");
    }
    all.addAll(given);
    return List.copyOf(all);
  }

  /** As images and downloads call it. */
  private static String architecture(String ofJava) {
    return switch (ofJava) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      default -> ofJava;
    };
  }
}

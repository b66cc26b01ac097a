package org.laassoa.endtoend.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.laassoa.endtoend.process.Checkout;

/** The settings that server and agent know, as environment variables, read from their sources. */
final class KnownSettings {

  private static final Pattern NESTED = Pattern.compile("^ +interface (\\w+) \\{");
  private static final Pattern METHOD = Pattern.compile("^ +(?:\\w+<)*(\\w+)>* (\\w+)\\(\\);");
  private static final Pattern PROPERTY =
      Pattern.compile("(?:name = |getOptionalValue\\(\\s*)\"laas\\.([a-z.-]+)\"");
  private static final Pattern LIST =
      Pattern.compile("List<String> (?:SETTINGS|NAMES|ALL) =\\s*List\\.of\\(([^)]*)\\)");

  private KnownSettings() {}

  /** Those of LaasConfig, and those that are asked for by name. */
  static Set<String> ofServer() {
    Path sources = Checkout.root().resolve("laas-soa-server/src/main/java");
    Set<String> known = new TreeSet<>();
    ofMapping(read(sources.resolve("org/laassoa/server/LaasConfig.java"))).forEach(known::add);
    for (String source : all(sources)) {
      PROPERTY.matcher(source).results().map(match -> variable(match.group(1))).forEach(known::add);
    }
    return known;
  }

  /** The options of the agent's command line. */
  static Set<String> ofAgent() {
    Set<String> known = new TreeSet<>();
    for (String source : all(Checkout.root().resolve("laas-soa-operate-builder/src/main/java"))) {
      Matcher list = LIST.matcher(source);
      while (list.find()) {
        Pattern.compile("\"([a-z-]+)\"")
            .matcher(list.group(1))
            .results()
            .map(match -> variable(match.group(1)))
            .forEach(known::add);
      }
    }
    return known;
  }

  /** Each method is a setting; one that gives a nested interface is the beginning of some. */
  private static Stream<String> ofMapping(String source) {
    Map<String, String> beginnings = new HashMap<>();
    Set<String> settings = new TreeSet<>();
    Deque<String> inside = new ArrayDeque<>();
    for (String line : source.lines().toList()) {
      Matcher nested = NESTED.matcher(line);
      Matcher method = METHOD.matcher(line);
      if (nested.find()) {
        inside.push(beginnings.get(nested.group(1)));
        settings.remove(variable(inside.peek()));
      } else if (line.startsWith("  }")) {
        inside.pop();
      } else if (method.find()) {
        String name =
            (inside.isEmpty() ? "" : inside.peek() + ".")
                + method.group(2).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        beginnings.put(method.group(1), name);
        settings.add(variable(name));
      }
    }
    return settings.stream();
  }

  private static String variable(String property) {
    return "LAAS_" + property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  private static Iterable<String> all(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(KnownSettings::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

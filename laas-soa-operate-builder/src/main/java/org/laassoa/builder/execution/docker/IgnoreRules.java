package org.laassoa.builder.execution.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a {@code .dockerignore} file keeps out of an image's context, by the rules of Docker's own
 * command line: the last rule that matches a path or a folder above it decides.
 *
 * @see <a href="https://docs.docker.com/build/concepts/context/#dockerignore-files">the format</a>
 */
final class IgnoreRules {

  private record Rule(Pattern pattern, boolean exception) {}

  private final List<Rule> rules;

  private IgnoreRules(List<Rule> rules) {
    this.rules = rules;
  }

  /** Reads the lines of the file; lines that are no pattern are passed over. */
  static IgnoreRules of(List<String> lines) {
    List<Rule> rules = new ArrayList<>();
    for (String line : lines) {
      String text = line.strip();
      if (line.startsWith("#") || text.isEmpty()) {
        continue;
      }
      boolean exception = text.startsWith("!");
      String path = clean(exception ? text.substring(1).strip() : text);
      if (!path.isEmpty()) {
        try {
          rules.add(new Rule(Pattern.compile(regex(path), Pattern.DOTALL), exception));
        } catch (PatternSyntaxException e) {
          // Such as an open bracket: it can match nothing.
        }
      }
    }
    return new IgnoreRules(List.copyOf(rules));
  }

  /** Whether a path, relative to the context and with slashes, is kept out. */
  boolean ignores(String path) {
    boolean ignored = false;
    for (Rule rule : rules) {
      if (rule.exception == ignored && matches(rule.pattern, path)) {
        ignored = !rule.exception;
      }
    }
    return ignored;
  }

  /** Whether something inside an ignored folder may be let in again. */
  boolean hasExceptions() {
    return rules.stream().anyMatch(Rule::exception);
  }

  private static boolean matches(Pattern pattern, String path) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (pattern.matcher(path.substring(0, end)).matches()) {
        return true;
      }
    }
    return false;
  }

  private static String clean(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.removeLast();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static String regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      switch (c) {
        case '*' -> {
          if (!pattern.startsWith("**", i)) {
            regex.append("[^/]*");
          } else if (pattern.startsWith("**/", i)) {
            regex.append("(?:.*/)?");
            i += 2;
          } else {
            regex.append(".*");
            i += 1;
          }
        }
        case '?' -> regex.append("[^/]");
        case '[', ']', '-', '^' -> regex.append(c);
        case '\\' -> {
          if (i + 1 < pattern.length()) {
            regex.append(Pattern.quote(pattern.substring(i + 1, i + 2)));
            i++;
          }
        }
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }
}

package org.laassoa.server.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.laassoa.server.language.Message;
import org.laassoa.server.log.LogMatches.Range;
import org.laassoa.server.problem.ProblemException;

/** What is searched for in the lines of a log. */
sealed interface LogPattern {

  /** The longest that can be searched for. */
  int LONGEST = 200;

  /** Of one line no more are told. */
  int MOST_RANGES = 100;

  /** RE2 writes a repetition out: {@code (a{1000}){1000}} would be a million states. */
  int MOST_REPETITIONS = 1000;

  /** Where it is in a line. */
  List<Range> in(String text);

  /**
   * A pattern.
   *
   * @param query what is wanted
   * @param matchCase whether upper and lower case differ
   * @param regex whether {@code query} is a regular expression in RE2's syntax
   * @throws ProblemException when it is none, or empty or too long
   */
  static LogPattern of(String query, boolean matchCase, boolean regex) {
    if (query.isEmpty() || query.length() > LONGEST) {
      throw ProblemException.invalidField("q", Message.of("must have 1 to %d characters", LONGEST));
    }
    if (!regex) {
      return new Words(matchCase ? query : folded(query), matchCase);
    }
    if (repetitions(query) > MOST_REPETITIONS) {
      throw ProblemException.invalidField(
          "q", Message.of("may repeat things %d times in all", MOST_REPETITIONS));
    }
    try {
      return new Regex(Pattern.compile(query, matchCase ? 0 : Pattern.CASE_INSENSITIVE));
    } catch (PatternSyntaxException e) {
      throw ProblemException.invalidField(
          "q", Message.of("is no pattern in RE2's syntax: %s", e.getDescription()));
    }
  }

  /** Text as it stands there. */
  record Words(String wanted, boolean matchCase) implements LogPattern {
    @Override
    public List<Range> in(String text) {
      String searched = matchCase ? text : folded(text);
      int at = searched.indexOf(wanted);
      if (at < 0) {
        return List.of();
      }
      List<Range> ranges = new ArrayList<>();
      while (at >= 0 && ranges.size() < MOST_RANGES) {
        ranges.add(new Range(at, at + wanted.length()));
        at = searched.indexOf(wanted, at + wanted.length());
      }
      return ranges;
    }
  }

  /** A regular expression; RE2 looks at each character once, whatever it is. */
  record Regex(Pattern pattern) implements LogPattern {
    @Override
    public List<Range> in(String text) {
      Matcher matcher = pattern.matcher(text);
      List<Range> ranges = new ArrayList<>();
      while (ranges.size() < MOST_RANGES && matcher.find()) {
        if (matcher.end() > matcher.start()) {
          ranges.add(new Range(matcher.start(), matcher.end()));
        }
      }
      return ranges;
    }
  }

  /** In lower case, each character for itself, so that columns stay the same. */
  private static String folded(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    if (folded.length() == text.length()) {
      return folded;
    }
    StringBuilder each = new StringBuilder(text);
    for (int i = 0; i < each.length(); i++) {
      each.setCharAt(i, Character.toLowerCase(each.charAt(i)));
    }
    return each.toString();
  }

  private static long repetitions(String pattern) {
    long all = 1;
    for (MatchResult found :
        java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}")
            .matcher(pattern)
            .results()
            .toList()) {
      String most =
          found.group(2) == null || found.group(2).isEmpty() ? found.group(1) : found.group(2);
      all = Math.min(all * Math.max(1, Long.parseLong(most)), MOST_REPETITIONS + 1);
    }
    return all;
  }
}

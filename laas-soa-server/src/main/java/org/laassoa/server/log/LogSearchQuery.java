package org.laassoa.server.log;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.problem.ProblemException;

/** What to search a log for, as the address says it. */
public class LogSearchQuery {

  private static final int MOST_LINES = 10_000;

  @Parameter(
      description = "What for, 1 to 200 characters",
      required = true,
      schema = @Schema(type = SchemaType.STRING))
  @RestQuery
  @Nullable String q;

  @Parameter(
      description = "The first line to search, from 1",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1"))
  @RestQuery
  @Nullable String from;

  @Parameter(
      description = "How many lines with matches, 1 to 10000",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1000"))
  @RestQuery
  @Nullable String limit;

  @Parameter(
      name = "case",
      description = "Whether upper and lower case differ",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  @RestQuery("case")
  @Nullable String matchCase;

  @Parameter(
      description = "Whether `q` is a regular expression, in RE2's syntax",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  @RestQuery
  @Nullable String regex;

  /**
   * What for.
   *
   * @throws ProblemException when it is no pattern
   */
  LogPattern pattern() {
    return LogPattern.of(
        q == null ? "" : q,
        LogParameter.truth("case", matchCase),
        LogParameter.truth("regex", regex));
  }

  /** The first line to search, from 1. */
  long first() {
    return LogParameter.number("from", from, 1, 1, 1L << 40);
  }

  /** How many lines with matches at most. */
  int most() {
    return (int) LogParameter.number("limit", limit, 1000, 1, MOST_LINES);
  }
}

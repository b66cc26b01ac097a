package org.laassoa.server.log;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.problem.ProblemException;

/** Whose log is asked for. */
public class WantedLog {

  @RestPath("id")
  String build = "";

  @Parameter(
      description = "Which attempt, from 1; missing means the last",
      schema = @Schema(type = SchemaType.INTEGER))
  @RestQuery
  @Nullable String attempt;

  /** The build's number as in the address. */
  String build() {
    return build;
  }

  /**
   * The attempt.
   *
   * @throws ProblemException when there is no such build or attempt
   */
  LogAttempt in(LogAttempts attempts) {
    return attempts.find(build, LogParameter.attempt(attempt));
  }
}

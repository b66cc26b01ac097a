package org.laassoa.server.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldError;
import org.laassoa.server.problem.ProblemException;

/**
 * A {@link BuildRequest} that can be built.
 *
 * @param type {@code branch} or {@code tag}
 * @param ref the ref's short name
 * @param parameters the parameters, possibly none
 * @param priority -100 to 100, higher ones go first
 * @param commit the commit that the request speaks of, or null; only noted
 */
record CheckedRequest(
    String type,
    String ref,
    Map<String, String> parameters,
    int priority,
    @Nullable String commit) {

  private static final int MOST_PRIORITY = 100;

  private static final int MOST_REF = 255;
  private static final int MOST_PARAMETERS = 100;
  private static final int MOST_VALUE = 32_768;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final Pattern REF_FORBIDDEN =
      Pattern.compile("[\\p{Cntrl} ~^:?*\\[\\\\]|\\.\\.|@\\{|//|/\\.|\\.lock(/|$)");

  /**
   * Checks a request.
   *
   * @throws ProblemException with all that is wrong, field by field
   */
  static CheckedRequest of(@Nullable BuildRequest request) {
    if (request == null) {
      throw ProblemException.invalidField("ref", "is missing");
    }
    List<FieldError> errors = new ArrayList<>();
    String type = request.type() == null ? "branch" : request.type();
    if (!type.equals("branch") && !type.equals("tag")) {
      errors.add(new FieldError("type", "must be branch or tag"));
    }
    String ref = request.ref() == null ? "" : request.ref();
    if (!isRef(ref)) {
      errors.add(new FieldError("ref", "must be the short name of a branch or tag"));
    }
    Map<String, String> parameters = request.parameters() == null ? Map.of() : request.parameters();
    errors.addAll(errors(parameters));
    int priority = request.priority() == null ? 0 : request.priority();
    if (Math.abs((long) priority) > MOST_PRIORITY) {
      errors.add(new FieldError("priority", "must be from -100 to 100"));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalidFields(errors);
    }
    return new CheckedRequest(type, ref, parameters, priority, null);
  }

  /** The same about a commit, in hexadecimal; what is none is not noted. */
  CheckedRequest about(@Nullable String wanted) {
    boolean isCommit = wanted != null && COMMIT.matcher(wanted).matches();
    return new CheckedRequest(type, ref, parameters, priority, isCommit ? wanted : null);
  }

  /** The rules of {@code git check-ref-format}, and a length. */
  private static boolean isRef(String ref) {
    return !ref.isEmpty()
        && ref.length() <= MOST_REF
        && !ref.startsWith("/")
        && !ref.startsWith(".")
        && !ref.startsWith("-")
        && !ref.endsWith("/")
        && !ref.endsWith(".")
        && !ref.equals("@")
        && !REF_FORBIDDEN.matcher(ref).find();
  }

  private static List<FieldError> errors(Map<String, String> parameters) {
    List<FieldError> errors = new ArrayList<>();
    if (parameters.size() > MOST_PARAMETERS) {
      errors.add(new FieldError("parameters", Message.of("may have %s entries", MOST_PARAMETERS)));
    }
    parameters.forEach(
        (name, value) -> {
          if (!NAME.matcher(name).matches() || name.startsWith("LAAS_")) {
            errors.add(
                new FieldError(
                    "parameters",
                    "has a name that is not that of an environment variable, or that begins with"
                        + " LAAS_"));
          }
          if (value == null || value.length() > MOST_VALUE || value.indexOf('\0') >= 0) {
            errors.add(
                new FieldError(
                    "parameters", "has a value that is missing, too long or contains NUL"));
          }
        });
    return errors;
  }
}

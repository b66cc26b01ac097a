package org.laassoa.server.openapi;

/**
 * Names of the error answers that operations refer to; the package's description has their content.
 */
public final class ErrorAnswers {
  /** 400: a field is not valid, or the body cannot be read. */
  public static final String INVALID = "Invalid";

  /** 404: there is no such thing. */
  public static final String NOT_FOUND = "NotFound";

  /** 409: the state of things does not allow it. */
  public static final String CONFLICT = "Conflict";

  private ErrorAnswers() {}
}

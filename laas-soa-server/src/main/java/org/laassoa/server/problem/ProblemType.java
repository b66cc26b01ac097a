package org.laassoa.server.problem;

/**
 * The catalogue of error answers. Clients tell errors apart by {@link #urn()}; titles may be
 * reworded, slugs never change.
 */
public enum ProblemType {
  /** The request cannot be read: not JSON, or not of the wanted shape. */
  MALFORMED_REQUEST("malformed-request", 400, "The request cannot be read"),
  /** A field's value is not allowed; the member {@code errors} says which and why. */
  INVALID_FIELD("invalid-field", 400, "A field is not valid"),
  /** An agent names an action type that does not exist. */
  UNKNOWN_ACTION_TYPE("unknown-action-type", 400, "There is no such action type"),
  /** No credentials, or wrong ones. */
  UNAUTHORIZED("unauthorized", 401, "Sign in first"),
  /** The caller is known and may not do this. */
  FORBIDDEN("forbidden", 403, "Not allowed"),
  /** A page elsewhere may have made a browser send it. */
  CROSS_SITE_REQUEST("cross-site-request", 403, "The request may come from another site"),
  /** There is no such thing. */
  NOT_FOUND("not-found", 404, "Not found"),
  /** The address exists, but not with this HTTP method. */
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
  /** None of the media types that the client accepts can be served. */
  NOT_ACCEPTABLE("not-acceptable", 406, "No acceptable representation"),
  /** What should be deleted is used; the member {@code used_by} says by whom. */
  IN_USE("in-use", 409, "Still in use"),
  /** What should be created has a name that is taken. */
  NAME_TAKEN("name-taken", 409, "The name is taken"),
  /** Nobody would be left who can configure everything. */
  LAST_ADMIN("last-admin", 409, "The last administrator"),
  /** The caller does not own the action any more. */
  ATTEMPT_SUPERSEDED("attempt-superseded", 409, "The attempt is not the current one"),
  /** Log bytes are missing before those sent; the member {@code offset} is the one wanted. */
  LOG_GAP("log-gap", 409, "Log bytes are missing"),
  /** The log ends before the length reported; the member {@code offset} is the one wanted. */
  LOG_INCOMPLETE("log-incomplete", 409, "The log is not complete"),
  /** The build has ended already. */
  NOT_CANCELLABLE("not-cancellable", 409, "The build cannot be cancelled"),
  /** The build has not ended, or what it built is gone. */
  NOT_RETRYABLE("not-retryable", 409, "The build cannot be retried"),
  /** The configuration builds on a parent image that has not been built. */
  PARENT_IMAGE_NOT_BUILT("parent-image-not-built", 409, "The parent image has not been built"),
  /** Something is being done on the machine already. */
  OPERATION_UNDER_WAY("operation-under-way", 409, "Another operation on the machine is under way"),
  /** The project names no git server and none is the default. */
  NO_DEFAULT_GIT_SERVER("no-default-git-server", 409, "There is no default git server"),
  /** The server does not know its own address, which a git host has to be told. */
  NO_PUBLIC_URL("no-public-url", 409, "The server's own address is not known"),
  /** Someone else changed the same thing at the same time. */
  CONFLICT("conflict", 409, "Conflict with another change"),
  /** The build is known, but its log is older than logs are kept. */
  LOG_REMOVED("log-removed", 410, "The log has been removed"),
  /** What the caller said it knows of the thing does not hold any more. */
  PRECONDITION_FAILED("precondition-failed", 412, "The precondition does not hold"),
  /** The body or one of its parts is larger than allowed. */
  TOO_LARGE("too-large", 413, "The request is too large"),
  /** The body is of a media type that is not read here. */
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Unsupported media type"),
  /** The range lies beyond the end. */
  RANGE_NOT_SATISFIABLE("range-not-satisfiable", 416, "The range cannot be served"),
  /** The idempotency key has been used for another request. */
  IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The key belongs to another request"),
  /** Too many sign-ins have failed; the header {@code Retry-After} says how long to wait. */
  TOO_MANY_SIGN_INS("too-many-sign-ins", 429, "Too many sign-ins have failed"),
  /** A git host or registry did not do what it was asked for; the detail says why. */
  GIT_HOST_FAILED("git-host-failed", 422, "The git host did not do it"),
  /** No SSH session with a machine can be had; the member {@code advice} says what to do. */
  MACHINE_NOT_REACHED("machine-not-reached", 422, "The machine is not reached"),
  /** A fault of the server; the member {@code instance} is found in its log. */
  INTERNAL("internal", 500, "Internal error");

  private final String slug;
  private final int status;
  private final String title;

  ProblemType(String slug, int status, String title) {
    this.slug = slug;
    this.status = status;
    this.title = title;
  }

  /** The type as RFC 9457 wants it: {@code urn:laas-soa:problem:not-found}. */
  public String urn() {
    return "urn:laas-soa:problem:" + slug;
  }

  /** The HTTP status, 400 to 599. */
  public int status() {
    return status;
  }

  /** The type in words for people. */
  public String title() {
    return title;
  }
}

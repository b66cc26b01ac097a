package org.laassoa.endtoend.api;

/** The server refused a request. */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  ApiException(String method, String path, int status, String body) {
    super(method + " " + path + " was answered with " + status + ": " + body);
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}

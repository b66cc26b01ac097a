package org.laassoa.endtoend.git;

/**
 * One request that a Git server answered.
 *
 * @param method such as {@code POST}
 * @param path such as {@code /team/app.git/git-upload-pack}
 * @param status the HTTP status
 * @param requestBytes length of the request's body
 * @param responseBytes length of the answer's body
 */
public record Traffic(
    String method, String path, int status, long requestBytes, long responseBytes) {

  /** Whether objects were sent: not a login refused, not the list of refs. */
  public boolean sentObjects() {
    return path.endsWith("/git-upload-pack") && status == 200;
  }
}

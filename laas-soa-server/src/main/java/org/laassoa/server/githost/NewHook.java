package org.laassoa.server.githost;

/**
 * A hook to register.
 *
 * @param url where the host shall call
 * @param secret what its calls prove that they know
 */
public record NewHook(String url, String secret) {
  /** Without the secret. */
  @Override
  public String toString() {
    return "NewHook[" + url + "]";
  }
}

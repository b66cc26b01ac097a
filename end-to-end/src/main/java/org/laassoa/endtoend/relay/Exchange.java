package org.laassoa.endtoend.relay;

import org.jspecify.annotations.Nullable;

/**
 * A request on its way, and its answer once there is one.
 *
 * @param client whose it is: the name that the relay's listener was given
 * @param request as the client sent it
 * @param serverPort the port of the server that has answered; 0 before
 * @param answer as the server sent it; null before
 */
public record Exchange(
    String client, HttpMessage request, int serverPort, @Nullable HttpMessage answer) {

  /** Whether it goes to that path. */
  public boolean isTo(String path) {
    return request.path().equals(path);
  }

  /** Whether the server has answered, with success and a body that contains a text. */
  public boolean answeredWith(String text) {
    return answer != null && answer.status() / 100 == 2 && answer.bodyText().contains(text);
  }
}

package org.laassoa.server.githook;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.Text;

/**
 * A call of a git host.
 *
 * @param headers finds a header by its name, in whatever case; null where it is missing
 * @param body the bytes that are signed
 */
record HookCall(Function<String, @Nullable String> headers, byte[] body) {
  private static final int LONGEST = 200;

  @Nullable String header(String name) {
    return headers.apply(name);
  }

  /** The host's own id of the call, or an empty text. */
  String delivery(HookForm form) {
    return switch (form) {
      case GITLAB -> text("X-Gitlab-Event-UUID");
      case GITEA -> text("X-Gitea-Delivery");
      case GITHUB, GENERIC -> text("X-GitHub-Delivery");
    };
  }

  /** The event that the host names, or an empty text. */
  String event(HookForm form) {
    return switch (form) {
      case GITLAB -> text("X-Gitlab-Event");
      case GITEA -> text("X-Gitea-Event");
      case GITHUB -> text("X-GitHub-Event");
      case GENERIC -> "push";
    };
  }

  private String text(String name) {
    String value = header(name);
    return value != null && Text.Rule.isOneLine(value, LONGEST) ? value : "";
  }
}

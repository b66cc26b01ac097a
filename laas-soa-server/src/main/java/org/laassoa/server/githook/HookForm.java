package org.laassoa.server.githook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import org.laassoa.server.configuration.gitserver.GitServerKind;

/** How a host proves who it is, and what its calls look like. */
public enum HookForm {
  /** GitLab: the secret itself in {@code X-Gitlab-Token}. */
  GITLAB("gitlab"),
  /** Gitea and Forgejo: {@code X-Gitea-Signature}, the HMAC of the body. */
  GITEA("gitea"),
  /** GitHub: {@code X-Hub-Signature-256}, the HMAC of the body. */
  GITHUB("github"),
  /** Anything else, such as a git hook with curl: as GitHub, with a small body of our own. */
  GENERIC("generic");

  private final String wireName;

  HookForm(String wireName) {
    this.wireName = wireName;
  }

  /** The name in addresses, JSON and the database. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** The form of that name. */
  static Optional<HookForm> named(String name) {
    return Arrays.stream(values()).filter(form -> form.wireName.equals(name)).findFirst();
  }

  /** The form that hosts of that kind use. */
  static HookForm of(GitServerKind kind) {
    return switch (kind) {
      case GITLAB -> GITLAB;
      case GITEA -> GITEA;
      case GITHUB -> GITHUB;
      case GENERIC -> GENERIC;
    };
  }
}

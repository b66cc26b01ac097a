package org.laassoa.server.configuration.gitserver;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** What runs on a git server. */
public enum GitServerKind {
  /** Anything that speaks git's protocols. */
  GENERIC("generic"),
  /** GitLab. */
  GITLAB("gitlab"),
  /** Gitea or Forgejo. */
  GITEA("gitea"),
  /** GitHub. */
  GITHUB("github");

  @EnumeratedValue @JsonValue private final String storedName;

  GitServerKind(String storedName) {
    this.storedName = storedName;
  }
}

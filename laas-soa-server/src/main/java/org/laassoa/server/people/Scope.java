package org.laassoa.server.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Locale;

/** What a token may be used for, within what its user may do. */
public enum Scope {
  /** Looking. */
  READ(Role.VIEWER),
  /** Building too. */
  BUILD(Role.DEVELOPER),
  /** Configuring too. */
  CONFIGURE(Role.ADMIN);

  private final Role role;

  Scope(Role role) {
    this.role = role;
  }

  /** The name in the API and the database. */
  @JsonValue
  public String storedName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Scope ofStoredName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The highest role that a token with these scopes can have; at least one scope. */
  static Role cap(Collection<Scope> scopes) {
    return scopes.stream().map(scope -> scope.role).max(Role::compareTo).orElseThrow();
  }
}

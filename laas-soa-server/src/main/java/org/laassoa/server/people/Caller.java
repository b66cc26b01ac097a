package org.laassoa.server.people;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, and with what. What they may do is the higher of their role on everything
 * and their grant on the project, and no more than their token allows.
 *
 * @param account the user
 * @param credential what they showed
 */
public record Caller(Account account, Credential credential) {

  /** The role on what belongs to no single project, or null. */
  public @Nullable Role role() {
    return isLimited() ? null : capped(account.role());
  }

  /** The role on the project of that name, or null where it must stay unknown to them. */
  public @Nullable Role roleOn(String project) {
    if (isLimited() && !limit().containsValue(project)) {
      return null;
    }
    return account.grants().values().stream()
        .filter(grant -> grant.project().equals(project))
        .findFirst()
        .map(grant -> capped(Role.higher(account.role(), grant.role())))
        .or(() -> Optional.ofNullable(capped(account.role())))
        .orElse(null);
  }

  /** The role on the project of that number; null for what belongs to none. */
  public @Nullable Role roleOn(@Nullable Long project) {
    if (project == null) {
      return role();
    }
    if (isLimited() && !limit().containsKey(project)) {
      return null;
    }
    Grant grant = account.grants().get(project);
    return capped(Role.higher(account.role(), grant == null ? null : grant.role()));
  }

  /** Whether it depends on the project what they may do. */
  public boolean differsByProject() {
    return isLimited() || (!account.grants().isEmpty() && role() != Role.ADMIN);
  }

  /** The roles on those projects where they may differ from the role on everything, by name. */
  Map<String, Role> roles() {
    Stream<String> projects =
        isLimited()
            ? limit().values().stream()
            : account.grants().values().stream().map(Grant::project);
    Map<String, Role> roles = new TreeMap<>();
    projects.forEach(
        project -> {
          Role role = roleOn(project);
          if (role != null) {
            roles.put(project, role);
          }
        });
    return roles;
  }

  /** The highest role on any project, or null where they see none. */
  public @Nullable Role highest() {
    Stream<Long> projects =
        isLimited() ? limit().keySet().stream() : account.grants().keySet().stream();
    return projects.map(this::roleOn).reduce(role(), Role::higher);
  }

  /** The numbers of the only projects that they see; empty means all there are. */
  public Optional<Set<Long>> onlyProjects() {
    if (role() != null) {
      return Optional.empty();
    }
    Stream<Long> projects =
        isLimited() ? limit().keySet().stream() : account.grants().keySet().stream();
    return Optional.of(
        projects.filter(project -> roleOn(project) != null).collect(Collectors.toSet()));
  }

  private @Nullable Role capped(@Nullable Role role) {
    return switch (credential) {
      case Credential.Password() -> role;
      case Credential.Session(byte[] _) -> role;
      case Credential.Token(ApiToken token) -> Role.capped(role, Scope.cap(token.scopes()));
    };
  }

  private boolean isLimited() {
    return credential instanceof Credential.Token(ApiToken token) && token.projects() != null;
  }

  private Map<Long, String> limit() {
    return credential instanceof Credential.Token(ApiToken token) && token.projects() != null
        ? token.projects()
        : Map.of();
  }
}

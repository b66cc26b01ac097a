package org.laassoa.server.console.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.laassoa.server.configuration.secret.SecretView;
import org.laassoa.server.configuration.secret.Secrets;
import org.laassoa.server.githook.GitHookView;
import org.laassoa.server.githook.GitHooks;
import org.laassoa.server.githook.ReceivedHook;
import org.laassoa.server.people.Grants;

/** What belongs to a project besides its configuration. */
@ApplicationScoped
class ProjectParts {

  private final Secrets secrets;
  private final Grants grants;
  private final GitHooks hooks;

  ProjectParts(Secrets secrets, Grants grants, GitHooks hooks) {
    this.secrets = secrets;
    this.grants = grants;
    this.hooks = hooks;
  }

  @Transactional
  public List<SecretView> secrets(String project) {
    return secrets.ofProject(project);
  }

  List<Grants.View> grants(String project) {
    return grants.list(project);
  }

  Optional<GitHookView> hook(String project) {
    return hooks.find(project);
  }

  /** What its git host told, newest first. */
  List<ReceivedHook> calls(String project, int most) {
    return hooks.received(project, most);
  }
}

package org.laassoa.server.githook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.githost.GitHostException;
import org.laassoa.server.githost.HostPaths;
import org.laassoa.server.githost.NewHook;
import org.laassoa.server.githost.ProjectHost;
import org.laassoa.server.githost.ProjectHosts;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Registers hooks at git hosts, and takes them away. */
@ApplicationScoped
public class GitHooks {
  private final HookedProjects projects;
  private final ProjectHosts hosts;
  private final GitHookStore store;
  private final GitHookSecrets secrets;
  private final Clock clock;
  private final Optional<String> publicUrl;
  private final ReceivedHooks received;

  GitHooks(
      HookedProjects projects,
      ProjectHosts hosts,
      GitHookStore store,
      GitHookSecrets secrets,
      Clock clock,
      LaasConfig config,
      ReceivedHooks received) {
    this.projects = projects;
    this.hosts = hosts;
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
    this.publicUrl = config.publicUrl();
    this.received = received;
  }

  /**
   * Registers the hook of a project with a new secret, in the place of the one there was.
   *
   * @throws ProblemException when the server does not know its own address, or the host refuses
   */
  GitHookView register(String name, GitHookRequest request, String registeredBy) {
    HookedProject project = existing(name);
    Optional<ProjectHost> host =
        request.manual() ? Optional.empty() : hosts.of(name).filter(GitHooks::mayRegister);
    HookForm form = formOf(name);
    String url = urlOf(form, name);
    String secret = secrets.make();
    String hostId = host.map(found -> registered(found, new NewHook(url, secret))).orElse(null);
    Optional<GitHook> before = store.find(project.id());
    store.save(
        project.id(),
        new GitHook(
            form,
            secrets.encrypt(secret, name),
            url,
            hostId,
            registeredBy,
            clock.instant(),
            0,
            null));
    before.ifPresent(old -> removeQuietly(name, old));
    return GitHookView.of(store.find(project.id()).orElseThrow(), host.isEmpty() ? secret : null);
  }

  /** The hook of a project. */
  GitHookView get(String name) {
    return GitHookView.of(hookOf(existing(name)), null);
  }

  /** The hook of a project, if it has one. */
  public Optional<GitHookView> find(String name) {
    return store.find(existing(name).id()).map(hook -> GitHookView.of(hook, null));
  }

  /** What the host told of late, newest first. */
  public List<ReceivedHook> received(String name, int most) {
    return received.list(existing(name).id(), 0, most);
  }

  /** Takes the hook away, at the host first. */
  void remove(String name) {
    HookedProject project = existing(name);
    GitHook hook = hookOf(project);
    String hostId = hook.hostId();
    if (hostId != null) {
      hosts.of(name).ifPresent(host -> removed(host, hostId));
    }
    store.delete(project.id());
  }

  HookedProject existing(String name) {
    return projects
        .find(name)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such project."));
  }

  private GitHook hookOf(HookedProject project) {
    return store
        .find(project.id())
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "The project has no webhook."));
  }

  private static boolean mayRegister(ProjectHost host) {
    return host.access().token() != null;
  }

  private HookForm formOf(String name) {
    return hosts.of(name).map(host -> HookForm.of(host.access().kind())).orElse(HookForm.GENERIC);
  }

  private String urlOf(HookForm form, String name) {
    String root =
        publicUrl.orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NO_PUBLIC_URL,
                    "The git host has to know where to call: set LAAS_PUBLIC_URL."));
    return root.replaceAll("/+$", "") + "/hooks/" + form.wireName() + "/" + HostPaths.encoded(name);
  }

  private static String registered(ProjectHost host, NewHook hook) {
    try {
      return host.host().registerHook(host.path(), hook);
    } catch (GitHostException e) {
      throw failed(e);
    }
  }

  private static void removed(ProjectHost host, String hookId) {
    try {
      host.host().removeHook(host.path(), hookId);
    } catch (GitHostException e) {
      throw failed(e);
    }
  }

  /** One that stays at the host calls in vain: its secret is known no more. */
  private void removeQuietly(String name, GitHook old) {
    @Nullable String hostId = old.hostId();
    if (hostId == null) {
      return;
    }
    try {
      hosts.of(name).ifPresent(host -> host.host().removeHook(host.path(), hostId));
    } catch (GitHostException e) {
      // The new one is registered, which is what was asked for.
      return;
    }
  }

  private static ProblemException failed(GitHostException failure) {
    return new ProblemException(ProblemType.GIT_HOST_FAILED, Message.of("%s.", failure.reason()));
  }
}

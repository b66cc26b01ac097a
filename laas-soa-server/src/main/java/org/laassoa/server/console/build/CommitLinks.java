package org.laassoa.server.console.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.BuildView;
import org.laassoa.server.githost.HostPaths;
import org.laassoa.server.githost.ProjectHost;
import org.laassoa.server.githost.ProjectHosts;
import org.laassoa.wire.ActionType;

/** Finds the pages of commits on the git hosts that have such pages. */
@ApplicationScoped
class CommitLinks {

  private final ProjectHosts hosts;

  CommitLinks(ProjectHosts hosts) {
    this.hosts = hosts;
  }

  /** The page of what was built, or nothing where it is not known to have one. */
  Optional<String> of(BuildView build) {
    String commit = build.commit();
    return commit == null || !build.action().equals(ActionType.BUILD.wireName())
        ? Optional.empty()
        : hosts.of(build.project()).flatMap(host -> Optional.ofNullable(page(host, commit)));
  }

  private static @Nullable String page(ProjectHost host, String commit) {
    String repository = host.access().address() + "/" + HostPaths.segments(host.path());
    return switch (host.access().kind()) {
      case GITHUB, GITEA -> repository + "/commit/" + commit;
      case GITLAB -> repository + "/-/commit/" + commit;
      case GENERIC -> null;
    };
  }
}

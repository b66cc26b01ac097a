package org.laassoa.server.githost;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.gitserver.GitServerRepository;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.project.RepositoryDescriptions;

/** Asks the hosts, and waits for none of them for long. */
@ApplicationScoped
class HostDescriptions implements RepositoryDescriptions {
  private static final Logger LOG = Logger.getLogger(HostDescriptions.class);
  private static final long PATIENCE_SECONDS = 3;
  private static final int LONGEST = 1000;

  private final GitServerRepository servers;
  private final ProjectHosts hosts;

  HostDescriptions(GitServerRepository servers, ProjectHosts hosts) {
    this.servers = servers;
    this.hosts = hosts;
  }

  @Override
  public Optional<String> of(@Nullable String gitServer, String repository) {
    if (!ProjectHosts.canBe(repository)) {
      return Optional.empty();
    }
    return (gitServer == null ? servers.findDefault() : servers.findByName(gitServer))
        .flatMap(server -> hosts.of(server, repository))
        .filter(host -> host.access().token() != null)
        .flatMap(HostDescriptions::described);
  }

  private static Optional<String> described(ProjectHost host) {
    try {
      String words =
          CompletableFuture.supplyAsync(
                  () -> host.host().describe(host.path()).description(),
                  work -> Thread.ofVirtual().start(work))
              .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .join();
      return Optional.of(oneLine(words)).filter(line -> !line.isEmpty());
    } catch (CompletionException e) {
      LOG.infof("%s does not describe a repository: the project has no description", host.access());
      return Optional.empty();
    }
  }

  private static String oneLine(String words) {
    String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
    String bounded = line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    return Text.Rule.isOneLine(bounded, LONGEST) ? bounded : "";
  }
}

package org.laassoa.server.configuration.gitserver;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laassoa.server.configuration.EntryRepository;

/** The stored git servers. */
@ApplicationScoped
public class GitServerRepository implements EntryRepository<GitServer> {

  /** The server of projects that name none. */
  public Optional<GitServer> findDefault() {
    return find("isDefault", true).firstResultOptional();
  }

  /** Makes room for a new default: at most one row may be it. */
  void clearDefault() {
    update("update versioned GitServer set isDefault = false where isDefault = true");
  }
}

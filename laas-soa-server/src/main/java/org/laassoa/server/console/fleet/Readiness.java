package org.laassoa.server.console.fleet;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.LaasConfig;

/**
 * What of the server's settings a machine needs.
 *
 * @param agents whether there are agents to install
 * @param address where machines reach this server unless they say otherwise, or null
 * @param guess where they may reach it: as the page was asked for
 */
public record Readiness(boolean agents, @Nullable String address, String guess) {

  /** As the settings are. */
  static Readiness of(LaasConfig config, ServerAddress address) {
    Optional<String> configured = address.configured();
    return new Readiness(
        config.agentBinaries().isPresent(), configured.orElse(null), address.forAgents());
  }
}

package org.laassoa.server.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.agent.Agents;
import org.laassoa.server.database.Json;
import org.laassoa.server.machine.KnownMachines;
import org.laassoa.server.provisioning.ssh.JschConnector;
import org.laassoa.server.provisioning.ssh.SshConnector;

/**
 * What the steps work with besides the machine.
 *
 * @param connector signs in on machines
 * @param machines is told what was found out
 * @param agents the agents that have joined, and their join tokens
 * @param binaries the agents that can be installed
 * @param json reads what an agent has written about itself
 * @param config the settings
 * @param clock the server's time
 */
record ProvisioningTools(
    SshConnector connector,
    KnownMachines machines,
    Agents agents,
    AgentBinaries binaries,
    Json json,
    LaasConfig config,
    Clock clock) {

  /** The tools as the server has them. */
  @ApplicationScoped
  static class Producer {
    private final ProvisioningTools tools;

    Producer(
        KnownMachines machines,
        Agents agents,
        AgentBinaries binaries,
        Json json,
        LaasConfig config,
        Clock clock) {
      this.tools =
          new ProvisioningTools(
              new JschConnector(), machines, agents, binaries, json, config, clock);
    }

    ProvisioningTools tools() {
      return tools;
    }
  }
}

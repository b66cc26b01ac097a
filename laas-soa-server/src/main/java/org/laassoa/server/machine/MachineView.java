package org.laassoa.server.machine;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A machine as people see it: without its secrets.
 *
 * @param id the row's number
 * @param name the unique name
 * @param description free text
 * @param address IP address or host name
 * @param port of its SSH server
 * @param username the account to sign in with
 * @param hasPassword whether a password is stored
 * @param hasPrivateKey whether a private key is stored
 * @param hasPassphrase whether the key's passphrase is stored
 * @param become how the account becomes root
 * @param directory where the agent is installed, or null for what is usual
 * @param agentName the agent's name
 * @param capacity how many builds at once
 * @param actions the types of action that the agent takes; empty means all
 * @param labels what the agent says about itself
 * @param executor what the agent runs scripts with
 * @param serverUrl where the machine reaches this server, or null for the usual address
 * @param hostKey the pinned key, type and fingerprint, or null before the first contact
 * @param facts what the last look found, or null before the first
 * @param agentId the number of its agent, or null before it has joined
 * @param createdAt when it was first stored
 * @param updatedAt when it was last put
 */
@Schema(name = "Machine", examples = MachineExamples.ANSWER)
@JsonNaming(SnakeCaseStrategy.class)
public record MachineView(
    long id,
    String name,
    String description,
    String address,
    int port,
    String username,
    boolean hasPassword,
    boolean hasPrivateKey,
    boolean hasPassphrase,
    Become become,
    @Nullable String directory,
    String agentName,
    int capacity,
    List<String> actions,
    List<String> labels,
    AgentExecutor executor,
    @Nullable String serverUrl,
    @Nullable String hostKey,
    @Nullable MachineFacts facts,
    @Nullable Long agentId,
    Instant createdAt,
    Instant updatedAt) {

  static MachineView of(Machine machine, @Nullable MachineFacts facts) {
    MachineSecrets secrets = machine.getSecrets();
    AgentSettings agent = machine.getAgent();
    return new MachineView(
        machine.getId(),
        machine.getName(),
        machine.getDescription(),
        machine.getAddress(),
        machine.getPort(),
        machine.getUsername(),
        secrets.password() != null,
        secrets.privateKey() != null,
        secrets.passphrase() != null,
        machine.getBecome(),
        machine.getDirectory(),
        agent.name(),
        agent.capacity(),
        agent.actions(),
        agent.labels(),
        agent.executor(),
        agent.serverUrl(),
        machine.getHostKey().map(HostKey::toString).orElse(null),
        facts,
        machine.getAgentId(),
        machine.getCreatedAt(),
        machine.getUpdatedAt());
  }
}

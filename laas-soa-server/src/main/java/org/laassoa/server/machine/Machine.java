package org.laassoa.server.machine;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.ConfigurationEntry;

/** A host that the server reaches by SSH. */
@Entity
@Table(name = "machines")
public class Machine extends ConfigurationEntry {
  private static final int SSH_PORT = 22;

  @Column(nullable = false)
  private String address;

  @Column(nullable = false)
  private int port;

  @Column(nullable = false)
  private String username;

  @Column(name = "password_enc")
  private byte @Nullable [] passwordEnc;

  @Column(name = "private_key_enc")
  private byte @Nullable [] privateKeyEnc;

  @Column(name = "passphrase_enc")
  private byte @Nullable [] passphraseEnc;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Become become;

  @Column private @Nullable String directory;

  @Column(name = "agent_name")
  private @Nullable String agentName;

  @Column(nullable = false)
  private int capacity;

  @Column(nullable = false)
  private String[] actions;

  @Column(nullable = false)
  private String[] labels;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private AgentExecutor executor;

  @Column(name = "server_url")
  private @Nullable String serverUrl;

  @Column(name = "host_key")
  private @Nullable String hostKey;

  @Column private @Nullable String facts;

  @Formula("(SELECT a.id FROM agents a WHERE a.machine_id = id AND a.removed_at IS NULL)")
  private @Nullable Long agentId;

  /** For Hibernate. */
  protected Machine() {}

  Machine(String name) {
    super(name);
  }

  void apply(MachineRequest request) {
    address = request.address();
    port = Objects.requireNonNullElse(request.port(), SSH_PORT);
    username = request.username();
    become = Objects.requireNonNullElse(request.become(), Become.NONE);
    directory = request.directory();
    agentName = request.agentName();
    capacity = Objects.requireNonNullElse(request.capacity(), 1);
    actions = request.actions().toArray(String[]::new);
    labels = request.labels().toArray(String[]::new);
    executor = Objects.requireNonNullElse(request.executor(), AgentExecutor.AUTO);
    serverUrl = request.serverUrl();
    Optional.ofNullable(request.hostKey()).flatMap(HostKey::parse).ifPresent(this::pin);
  }

  void pin(@Nullable HostKey key) {
    hostKey = key == null ? null : key.toString();
  }

  void setFacts(String json) {
    facts = json;
  }

  void setSecrets(MachineSecrets secrets) {
    passwordEnc = secrets.password();
    privateKeyEnc = secrets.privateKey();
    passphraseEnc = secrets.passphrase();
  }

  MachineSecrets getSecrets() {
    return new MachineSecrets(passwordEnc, privateKeyEnc, passphraseEnc);
  }

  /** IP address or host name. */
  public String getAddress() {
    return address;
  }

  /** The port of its SSH server. */
  public int getPort() {
    return port;
  }

  /** The account to sign in with. */
  public String getUsername() {
    return username;
  }

  /** How that account becomes root. */
  public Become getBecome() {
    return become;
  }

  /** Where the agent is installed, or null for what is usual. */
  public @Nullable String getDirectory() {
    return directory;
  }

  /** How its agent is to work. */
  public AgentSettings getAgent() {
    return new AgentSettings(
        agentName == null ? getName() : agentName,
        capacity,
        List.of(actions),
        List.of(labels),
        executor,
        serverUrl);
  }

  /** The pinned key of the host. */
  public Optional<HostKey> getHostKey() {
    return Optional.ofNullable(hostKey).flatMap(HostKey::parse);
  }

  /** What the last look found, as JSON. */
  @Nullable String getFacts() {
    return facts;
  }

  /** The number of its agent, once that has joined. */
  public @Nullable Long getAgentId() {
    return agentId;
  }
}

package org.laassoa.server.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.configuration.Usage;
import org.laassoa.server.configuration.input.WebAddress;
import org.laassoa.server.database.Json;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.wire.ActionType;

/** How machines are checked, stored and shown. */
@ApplicationScoped
public class Machines implements EntryKind<Machine, MachineRequest, MachineView> {
  static final String PATH = "/api/machines";

  private final MachineRepository repository;
  private final MachineLogins logins;
  private final Json json;

  Machines(MachineRepository repository, MachineLogins logins, Json json) {
    this.repository = repository;
    this.logins = logins;
    this.json = json;
  }

  @Override
  public String noun() {
    return "machine";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public MachineRepository repository() {
    return repository;
  }

  @Override
  public Class<MachineRequest> requestType() {
    return MachineRequest.class;
  }

  @Override
  public Machine create(String name) {
    return new Machine(name);
  }

  /** The machine that an agent was installed on. */
  public Optional<MachineView> ofAgent(long agentId) {
    return repository.find("agentId", agentId).firstResultOptional().map(this::view);
  }

  @Override
  public void check(MachineRequest request, FieldErrors errors) {
    MachineLogins.check(request, errors);
    serverComplaint(request.serverUrl())
        .ifPresent(complaint -> errors.add("server_url", complaint));
    errors.require(
        ActionType.wireNames().containsAll(request.actions()),
        "actions",
        Message.of("may be %s", ActionType.wireNames()));
    String hostKey = request.hostKey();
    errors.require(
        hostKey == null || HostKey.parse(hostKey).isPresent(),
        "host_key",
        "must be a type and a fingerprint, ssh-ed25519 SHA256:…, or a line of a .pub file");
  }

  private static Optional<Message> serverComplaint(@Nullable String address) {
    if (address == null) {
      return Optional.empty();
    }
    return address.startsWith("http")
        ? WebAddress.complaint(address)
        : Optional.of(Message.of("must begin with http:// or https://"));
  }

  @Override
  public void apply(MachineRequest request, Machine machine) {
    machine.apply(request);
    logins.apply(request, machine);
  }

  @Override
  public MachineView view(Machine machine) {
    String facts = machine.getFacts();
    return MachineView.of(machine, facts == null ? null : json.read(facts, MachineFacts.class));
  }

  @Override
  public ObjectNode asRequest(ObjectNode view) {
    // The machine's name where nothing else is wanted: written out it would be wanted.
    if (view.path("agent_name").equals(view.path("name"))) {
      view.remove("agent_name");
    }
    return view;
  }

  @Override
  public List<String> observed() {
    return List.of("id", "created_at", "updated_at", "facts", "agent_id", "host_key");
  }

  @Override
  public List<Usage> usages() {
    return List.of(
        new Usage("agent", "SELECT name FROM agents WHERE machine_id = :id AND removed_at IS NULL"),
        new Usage(
            "operation",
            "SELECT kind FROM machine_operations WHERE machine_id = :id AND state = 'running'"));
  }
}

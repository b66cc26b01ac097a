package org.laassoa.server.configuration.capability;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.configuration.Usage;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.wire.ActionType;

/** How capability rules are checked, stored and shown. */
@ApplicationScoped
public class CapabilityRules
    implements EntryKind<CapabilityRule, CapabilityRuleRequest, CapabilityRuleView> {
  static final String PATH = "/api/capability-rules";

  private final CapabilityRuleRepository repository;

  CapabilityRules(CapabilityRuleRepository repository) {
    this.repository = repository;
  }

  /**
   * The network of these words: an address stands for itself alone, and bits outside the network
   * are no part of it.
   *
   * @return nothing when it is neither an address nor a network
   */
  public static Optional<CidrAddress> network(String words) {
    if (words.indexOf('/') >= 0) {
      return Optional.ofNullable(Inet.parseCidrAddress(words));
    }
    InetAddress address = Inet.parseInetAddress(words);
    return Optional.ofNullable(address)
        .map(one -> CidrAddress.create(one, one.getAddress().length * Byte.SIZE));
  }

  @Override
  public String noun() {
    return "capability rule";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public CapabilityRuleRepository repository() {
    return repository;
  }

  @Override
  public Class<CapabilityRuleRequest> requestType() {
    return CapabilityRuleRequest.class;
  }

  @Override
  public CapabilityRule create(String name) {
    return new CapabilityRule(name);
  }

  @Override
  public void check(CapabilityRuleRequest request, FieldErrors errors) {
    if (network(request.network()).isEmpty()) {
      errors.add("network", "must be an IP address, or a network such as 10.1.0.0/16");
    }
    for (int i = 0; i < request.actions().size(); i++) {
      if (ActionType.ofWireName(request.actions().get(i)).isEmpty()) {
        errors.add(
            "actions[" + i + "]", Message.of("known action types are %s", ActionType.wireNames()));
      }
    }
  }

  @Override
  public void apply(CapabilityRuleRequest request, CapabilityRule rule) {
    CidrAddress network = network(request.network()).orElseThrow();
    for (CapabilityRule other : repository.listAll()) {
      if (!other.getName().equals(rule.getName())
          && network.equals(Inet.parseCidrAddress(other.getNetwork()))) {
        throw ProblemException.invalidField(
            "network", Message.of("is the network of the rule %s already", other.getName()));
      }
    }
    rule.apply(network.toString(), request.actions());
  }

  @Override
  public CapabilityRuleView view(CapabilityRule rule) {
    return CapabilityRuleView.of(rule);
  }

  @Override
  public List<Usage> usages() {
    return List.of();
  }
}

package org.laassoa.server.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.laassoa.server.language.Message;

/**
 * Which addresses a call may go to. They are looked up once, and exactly these are connected to: a
 * name that stands for something else a moment later changes nothing (DNS rebinding).
 *
 * @param policy what is allowed
 * @param lookup finds the addresses of names
 */
record Destinations(AddressPolicy policy, HostLookup lookup) {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /**
   * The allowed addresses of the host, at least one.
   *
   * @throws OutboundException if there is none, or the address is none of http or https
   */
  List<InetAddress> of(URI address) {
    String host = address.getHost();
    if (host == null
        || address.getScheme() == null
        || !SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))) {
      throw new OutboundRefusedException(
          Message.of("This is not an http or https address with a valid host"));
    }
    if (address.getRawUserInfo() != null) {
      throw new OutboundRefusedException(Message.of("The address holds a login"));
    }
    return of(host);
  }

  /** The allowed addresses of a host, at least one. */
  List<InetAddress> of(String host) {
    List<InetAddress> allowed = found(host).stream().filter(policy::allows).toList();
    if (allowed.isEmpty()) {
      throw new OutboundRefusedException(
          Message.of("%s %s", host, Message.of(AddressPolicy.COMPLAINT)));
    }
    return allowed;
  }

  private List<InetAddress> found(String host) {
    var literal = AddressPolicy.literal(host);
    if (literal.isPresent()) {
      return List.of(literal.get());
    }
    try {
      return lookup.addresses(host);
    } catch (UnknownHostException e) {
      throw new OutboundFailedException(Message.of("There is no host named %s", host));
    }
  }
}

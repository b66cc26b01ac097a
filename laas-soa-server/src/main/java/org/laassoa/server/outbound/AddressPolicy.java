package org.laassoa.server.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.laassoa.server.LaasConfig;

/**
 * Which addresses the server itself may connect to. Whoever may configure a git server or a
 * registry must not reach through the server what only the host it runs on may ask: the cloud's
 * metadata services, and what is on the link. Loopback and private networks are where self-hosted
 * git servers are, and are allowed.
 */
@ApplicationScoped
public class AddressPolicy {

  /** What people are told who name a forbidden address. */
  public static final String COMPLAINT =
      "is an address that the server does not connect to (link-local, metadata, unspecified or"
          + " multicast); LAAS_OUTBOUND_ALLOWED can allow it";

  private static final List<Network> FORBIDDEN =
      Stream.of(
              // "This network" (RFC 1122, 3.2.1.3): Linux connects to itself there.
              "0.0.0.0/8",
              "::/128",
              // Link-local (RFC 3927, RFC 4291), with the metadata services of most clouds.
              "169.254.0.0/16",
              "fe80::/10",
              // Metadata services elsewhere: EC2 and Google by IPv6, Alibaba, Oracle, Azure.
              "fd00:ec2::254/128",
              "fd20:ce::254/128",
              "fd00:42::42/128",
              // What a network's own NAT64 (RFC 8215) makes of IPv4 addresses cannot be told.
              "64:ff9b:1::/48",
              "100.100.100.200/32",
              "192.0.0.192/32",
              "168.63.129.16/32",
              // Multicast and broadcast.
              "224.0.0.0/4",
              "ff00::/8",
              "255.255.255.255/32")
          .map(Network::parse)
          .toList();

  /** IPv6 addresses that end in an IPv4 address: NAT64 (RFC 6052), IPv4-compatible (RFC 4291). */
  private static final List<Network> IPV4_AT_END =
      Stream.of("64:ff9b::/96", "::/96").map(Network::parse).toList();

  /** 6to4 (RFC 3056): the IPv4 address follows the first two bytes. */
  private static final Network IPV4_AFTER_PREFIX = Network.parse("2002::/16");

  private final List<Network> allowed;

  @Inject
  AddressPolicy(LaasConfig config) {
    this(config.outbound().allowed().orElse(""));
  }

  /**
   * A policy that allows more.
   *
   * @param allowed networks with commas between, possibly none
   */
  AddressPolicy(String allowed) {
    this.allowed =
        Arrays.stream(allowed.split(",", -1))
            .map(String::strip)
            .filter(network -> !network.isEmpty())
            .map(AddressPolicy::setting)
            .toList();
  }

  /** Whether the server may connect to that address. */
  public boolean allows(InetAddress address) {
    return allowed.stream().anyMatch(network -> network.contains(address))
        || (!isForbidden(address) && embedded(address).map(this::allows).orElse(true));
  }

  /**
   * Whether a host is given by an address, in whatever notation, that is not allowed. A name is
   * looked up only when it is connected to.
   */
  public boolean forbids(String host) {
    return literal(host).filter(address -> !allows(address)).isPresent();
  }

  /** As above, of the host in a whole address; one that cannot be read has none. */
  public boolean forbidsHostOf(String address) {
    try {
      String host = URI.create(address).getHost();
      return host != null && forbids(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The address that a host is given by, as connecting to it would read it: dotted, decimal, octal
   * or hexadecimal (POSIX {@code inet_addr}), or IPv6, perhaps in brackets or with a zone.
   */
  static Optional<InetAddress> literal(String host) {
    String bare = host.replaceAll("^\\[|\\]$|%.*$|\\.$", "").replaceAll("%.*$", "");
    try {
      return Optional.of(
          bare.indexOf(':') < 0 ? Inet4Address.ofPosixLiteral(bare) : Inet6Address.ofLiteral(bare));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isForbidden(InetAddress address) {
    return FORBIDDEN.stream().anyMatch(network -> network.contains(address));
  }

  /** The IPv4 address that a gateway would send on to. */
  private static Optional<InetAddress> embedded(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (IPV4_AFTER_PREFIX.contains(address)) {
      return Optional.of(ipv4(bytes, 2));
    }
    boolean atEnd = IPV4_AT_END.stream().anyMatch(network -> network.contains(address));
    // The loopback address has the form of 0.0.0.1.
    return atEnd && !address.isLoopbackAddress() ? Optional.of(ipv4(bytes, 12)) : Optional.empty();
  }

  private static InetAddress ipv4(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an IPv4 address", e);
    }
  }

  private static Network setting(String network) {
    try {
      return Network.parse(network);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "LAAS_OUTBOUND_ALLOWED holds '%s', which is no network such as 169.254.10.0/24"
              .formatted(network),
          e);
    }
  }
}

package org.laassoa.server.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host name. */
@FunctionalInterface
interface HostLookup {

  /** As the machine's resolver does it: its hosts file, then DNS. */
  HostLookup OF_THE_MACHINE = host -> List.of(InetAddress.getAllByName(host));

  /** Its addresses, at least one, the preferred one first. */
  List<InetAddress> addresses(String host) throws UnknownHostException;
}

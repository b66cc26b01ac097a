package org.laassoa.server.outbound;

import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import org.laassoa.server.language.Message;

/**
 * Calls to other servers at addresses that people configure. Where a name leads is looked up and
 * checked first ({@link AddressPolicy}), and exactly what was checked is connected to. A redirect
 * is followed within its origin alone. Blocks its caller: for virtual threads.
 */
@ApplicationScoped
public class OutboundHttp {
  private static final int MAX_REDIRECTS = 3;
  private static final int CONNECT_MILLIS = 5000;

  private final Destinations destinations;
  private final PinnedCalls checked;
  private final PinnedCalls insecure;

  @Inject
  OutboundHttp(Vertx vertx, AddressPolicy policy) {
    this(vertx, policy, HostLookup.OF_THE_MACHINE);
  }

  /** Calls where names are looked up otherwise. */
  OutboundHttp(Vertx vertx, AddressPolicy policy, HostLookup lookup) {
    this.destinations = new Destinations(policy, lookup);
    this.checked = new PinnedCalls(vertx, false);
    this.insecure = new PinnedCalls(vertx, true);
  }

  /**
   * Makes the call.
   *
   * @return the answer, whatever its status
   * @throws OutboundRefusedException if it leads to an address that is not allowed
   * @throws OutboundFailedException if there is no whole answer in time
   */
  public OutboundAnswer send(OutboundRequest request) {
    Deadline deadline = Deadline.in(request.terms().timeout());
    OutboundRequest current = request;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      OutboundAnswer answer = sendOnce(current, deadline);
      Optional<OutboundRequest> next = Redirects.next(current, answer);
      if (next.isEmpty()) {
        return answer;
      }
      current = next.get();
    }
    throw new OutboundFailedException(
        Message.of("%s redirects without an end", request.address().getHost()));
  }

  /**
   * Connects to a port by TCP, and says nothing there.
   *
   * @throws OutboundException if the address is not allowed, or nobody answers
   */
  public void connect(String host, int port) {
    List<InetAddress> addresses = destinations.of(host);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(addresses.getFirst(), port), CONNECT_MILLIS);
    } catch (IOException e) {
      throw FailureWords.of(e, host);
    }
  }

  @PreDestroy
  void close() {
    checked.close();
    insecure.close();
  }

  /** The next address is tried only where nothing was sent yet: a request is made once. */
  private OutboundAnswer sendOnce(OutboundRequest request, Deadline deadline) {
    List<InetAddress> addresses = destinations.of(request.address());
    PinnedCalls calls = request.terms().insecure() ? insecure : checked;
    for (InetAddress address : addresses.subList(0, addresses.size() - 1)) {
      try {
        return calls.send(request, address, deadline);
      } catch (PinnedCalls.NotConnectedException e) {
        // A host with several addresses: another may answer.
        continue;
      }
    }
    try {
      return calls.send(request, addresses.getLast(), deadline);
    } catch (PinnedCalls.NotConnectedException e) {
      throw FailureWords.of(e, request.address().getHost());
    }
  }
}

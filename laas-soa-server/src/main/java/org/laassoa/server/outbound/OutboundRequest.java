package org.laassoa.server.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * One call to another server.
 *
 * @param method {@code GET}, {@code POST} or another of HTTP's
 * @param address an absolute http or https address
 * @param headers by name; their values may be secrets
 * @param body possibly empty
 * @param terms how long it may take, how much may come back, and whether TLS is checked
 */
public record OutboundRequest(
    String method, URI address, Map<String, String> headers, byte[] body, Terms terms) {

  /**
   * The bounds of a call.
   *
   * @param timeout for all of it, with redirects
   * @param maxAnswerBytes a longer answer is a failure
   * @param insecure whether any certificate is taken; never the default
   */
  public record Terms(Duration timeout, int maxAnswerBytes, boolean insecure) {
    /** 10 s, 4 MiB, and a certificate that the JVM trusts. */
    public static final Terms USUAL = new Terms(Duration.ofSeconds(10), 4 << 20, false);
  }

  /** Keeps the headers from being changed. */
  public OutboundRequest {
    headers = Map.copyOf(headers);
  }

  /** Asks for what is at an address. */
  public static OutboundRequest get(URI address) {
    return new OutboundRequest("GET", address, Map.of(), new byte[0], Terms.USUAL);
  }

  /** Sends JSON there. */
  public static OutboundRequest json(String method, URI address, byte[] json) {
    return new OutboundRequest(
        method, address, Map.of("Content-Type", "application/json"), json, Terms.USUAL);
  }

  /** The same with one more header. */
  public OutboundRequest header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new OutboundRequest(method, address, more, body, terms);
  }

  /** The same within other bounds. */
  public OutboundRequest on(Terms other) {
    return new OutboundRequest(method, address, headers, body, other);
  }

  /** The same at another address. */
  OutboundRequest at(URI other) {
    return new OutboundRequest(method, other, headers, body, terms);
  }

  /** Method and host alone: the rest may be secret. */
  @Override
  public String toString() {
    return "OutboundRequest[%s %s]".formatted(method, address.getHost());
  }
}

package org.laassoa.builder.execution.docker.transport;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;

/** Where a container engine listens, in the form of {@code DOCKER_HOST}. */
public sealed interface EngineAddress {

  /** The port of an engine on plain TCP when the address names none. */
  int DEFAULT_PORT = 2375;

  /** The value that {@code DOCKER_HOST} has for it. */
  String dockerHost();

  /** Opens a blocking connection. */
  SocketChannel connect() throws IOException;

  /**
   * Reads an address.
   *
   * @param dockerHost {@code unix:///path} or {@code tcp://host:port}
   * @throws IllegalArgumentException for any other form
   */
  static EngineAddress of(String dockerHost) {
    if (dockerHost.startsWith("unix://")) {
      return new UnixSocket(Path.of(dockerHost.substring("unix://".length())));
    }
    URI uri = URI.create(dockerHost);
    if ("tcp".equals(uri.getScheme()) && uri.getHost() != null) {
      return new Tcp(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
    }
    throw new IllegalArgumentException("An engine's address is unix://… or tcp://…: " + dockerHost);
  }

  /**
   * A socket in the file system.
   *
   * @param path the socket
   */
  record UnixSocket(Path path) implements EngineAddress {
    @Override
    public String dockerHost() {
      return "unix://" + path;
    }

    @Override
    public SocketChannel connect() throws IOException {
      return open(StandardProtocolFamily.UNIX, UnixDomainSocketAddress.of(path));
    }
  }

  /**
   * Plain TCP, without TLS: for an engine on the same machine or behind a tunnel.
   *
   * @param host name or address
   * @param port 1 to 65535
   */
  record Tcp(String host, int port) implements EngineAddress {
    @Override
    public String dockerHost() {
      return "tcp://" + host + ":" + port;
    }

    @Override
    public SocketChannel connect() throws IOException {
      InetSocketAddress address = new InetSocketAddress(host, port);
      return open(
          address.getAddress() instanceof Inet6Address
              ? StandardProtocolFamily.INET6
              : StandardProtocolFamily.INET,
          address);
    }
  }

  private static SocketChannel open(StandardProtocolFamily family, SocketAddress address)
      throws IOException {
    SocketChannel channel = SocketChannel.open(family);
    try {
      channel.connect(address);
      return channel;
    } catch (UnresolvedAddressException e) {
      channel.close();
      throw new IOException("the engine's host is not known: " + address, e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}

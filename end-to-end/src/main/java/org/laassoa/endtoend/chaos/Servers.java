package org.laassoa.endtoend.chaos;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The servers that share one PostgreSQL. Each start has a folder of its own, for its log. */
final class Servers implements AutoCloseable {

  private static final int COUNT = 2;

  private final List<OneServer> all;

  Servers(Path folder, String password, Map<String, String> environment) {
    this.all =
        IntStream.range(0, COUNT)
            .mapToObj(
                i -> new OneServer("server-" + (char) ('a' + i), folder, password, environment))
            .toList();
  }

  /** Starts all of them, one after the other: the first one makes the tables. */
  void start() throws InterruptedException {
    for (OneServer server : all) {
      server.start();
    }
  }

  List<OneServer> all() {
    return all;
  }

  /** Where those that run listen. */
  List<Integer> ports() {
    return all.stream().map(OneServer::port).filter(port -> port > 0).toList();
  }

  /** The one that listens there or, when it has gone meanwhile, another one. */
  OneServer at(int port, int otherwise) {
    return all.stream()
        .filter(server -> port > 0 && server.port() == port)
        .findFirst()
        .orElse(all.get(otherwise % all.size()));
  }

  @Override
  public void close() {
    all.forEach(OneServer::close);
  }
}

package org.laassoa.endtoend.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.ChildProcess;

/** The packaged endpoint that does nothing, as a process with the server's JVM options. */
final class BareEndpoint implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
  private static final Duration START_LIMIT = Duration.ofMinutes(1);

  private final ChildProcess process;
  private final URI address;

  private BareEndpoint(ChildProcess process, URI address) {
    this.process = process;
    this.address = address;
  }

  static BareEndpoint start(Path folder) throws InterruptedException {
    List<String> command = new ArrayList<>(Checkout.java(Checkout.baselineJar()));
    command.addAll(1, BenchWorld.JVM_OPTIONS);
    ChildProcess process =
        ChildProcess.start(
            new ChildProcess.Start(command, Map.of(), folder, folder.resolve("baseline.log")));
    return new BareEndpoint(process, URI.create(process.await(LISTENING, START_LIMIT).group(1)));
  }

  URI address() {
    return address;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.close();
  }
}

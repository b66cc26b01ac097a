package org.laassoa.endtoend.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.laassoa.endtoend.api.LaasApi;

/** The packaged server as a process, on loopback. */
public final class PackagedServer implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final ChildProcess process;
  private final URI address;
  private final String password;
  private final LaasApi api;

  private PackagedServer(ChildProcess process, URI address, String password) {
    this.process = process;
    this.address = address;
    this.password = password;
    this.api = new LaasApi(address, "admin", password);
  }

  /**
   * How to start it.
   *
   * @param home the folder for its data, made when it is missing
   * @param port 0 for a free one
   * @param password the first administrator's, or empty when the data has one already
   * @param environment further settings; listens on 127.0.0.1 unless {@code LAAS_HOST} is among
   *     them
   * @param jvmOptions such as {@code -Xmx256m}
   */
  public record Settings(
      Path home,
      int port,
      String password,
      Map<String, String> environment,
      List<String> jvmOptions) {

    /** Without the password: this record may end up in a message. */
    @Override
    public String toString() {
      return "Settings[" + home + " " + port + "]";
    }
  }

  /**
   * A server that has been started and may not listen yet.
   *
   * @param process the process itself
   * @param password the first administrator's
   */
  public record Starting(ChildProcess process, String password) {

    /**
     * Waits until it listens.
     *
     * @throws IllegalStateException with the end of its log, when it ends before or takes over two
     *     minutes; it is ended then
     */
    public PackagedServer awaitListening() throws InterruptedException {
      try {
        String address = process.await(LISTENING, START_LIMIT).group(1);
        return new PackagedServer(process, URI.create(address), password);
      } catch (IllegalStateException | InterruptedException e) {
        process.close();
        throw e;
      }
    }

    /** Without the password: this record may end up in a message. */
    @Override
    public String toString() {
      return "Starting[" + process.pid() + "]";
    }
  }

  /** Starts the server and waits until it listens. Its log is {@code server.log} in its home. */
  public static PackagedServer start(Settings settings) throws InterruptedException {
    return launch(settings).awaitListening();
  }

  /** Starts the server and does not wait. Its log is {@code server.log} in its home. */
  public static Starting launch(Settings settings) {
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("LAAS_HOME", settings.home().toString());
    environment.putIfAbsent("LAAS_HOST", "127.0.0.1");
    environment.put("LAAS_PORT", Integer.toString(settings.port()));
    if (!settings.password().isEmpty()) {
      environment.put("LAAS_ADMIN_PASSWORD", settings.password());
    }
    List<String> command = new ArrayList<>(Checkout.java(Checkout.serverJar()));
    command.addAll(1, settings.jvmOptions());
    Path log = settings.home().resolve("server.log");
    try {
      Files.createDirectories(settings.home());
      // A former start's address must not be taken for this one's.
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Starting(
        ChildProcess.start(new ChildProcess.Start(command, environment, settings.home(), log)),
        settings.password());
  }

  /** Where it listens. */
  public URI address() {
    return address;
  }

  /** Its API, as the first administrator. */
  public LaasApi api() {
    return api;
  }

  /** The process itself. */
  public ChildProcess process() {
    return process;
  }

  /** The first administrator's password, whose name is {@code admin}. */
  public String password() {
    return password;
  }

  @Override
  public void close() {
    process.close();
  }
}

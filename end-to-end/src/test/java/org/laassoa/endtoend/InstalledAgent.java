package org.laassoa.endtoend;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.laassoa.endtoend.api.LaasApi;
import org.laassoa.endtoend.process.ChildProcess;
import org.laassoa.endtoend.process.Command;

/** An agent that the world's server has installed over SSH on an account without any rights. */
final class InstalledAgent implements WorldAgent {

  private static final Duration OPERATION_LIMIT = Duration.ofMinutes(3);

  private final LaasApi api;
  private final String machine;
  private final Path directory;

  private InstalledAgent(LaasApi api, String machine, Path directory) {
    this.api = api;
    this.machine = machine;
    this.directory = directory;
  }

  /** Has the world's server install it; the server knows the folder of the executable. */
  static InstalledAgent install(World world, Execution execution) throws InterruptedException {
    String[] ssh = Needs.setting("LAAS_TEST_SSH").split(":", 2);
    String account = execution == Execution.DOCKER ? "LAAS_TEST_SSH_ENGINE" : "LAAS_TEST_SSH";
    String machine = World.unique("installed-" + ProcessHandle.current().pid());
    // A folder for everybody's files: the account's home is not for the test to look into.
    Path directory = Path.of("/var/tmp", machine);
    LaasApi api = world.api();
    api.put(
        "/api/machines/" + machine,
        Map.of(
            "address",
            ssh[0],
            "port",
            Integer.parseInt(ssh[1]),
            "username",
            Needs.setting(account + "_USER"),
            "password",
            Needs.setting(account + "_PASSWORD"),
            "directory",
            directory.toString(),
            "capacity",
            2,
            "executor",
            execution.option(),
            "server_url",
            world.server().address().toString()));
    InstalledAgent agent = new InstalledAgent(api, machine, directory);
    agent.succeed("provision");
    return agent;
  }

  private void succeed(String operation) throws InterruptedException {
    long id = api.post("/api/machines/" + machine + "/" + operation, Map.of()).path("id").asLong();
    JsonNode ended =
        await()
            .atMost(OPERATION_LIMIT)
            .until(
                () -> api.get("/api/machine-operations/" + id),
                shown -> !shown.path("state").asText().equals("running"));
    if (!ended.path("state").asText().equals("succeeded")) {
      throw new IllegalStateException(ended.toPrettyString());
    }
  }

  @Override
  public Path root() {
    return directory.resolve("root");
  }

  @Override
  public String log() {
    return read("agent.log");
  }

  @Override
  public List<String> descendants() {
    return ProcessHandle.of(pid())
        .orElseThrow()
        .descendants()
        .map(child -> child.info().commandLine().orElse(""))
        .toList();
  }

  @Override
  public ChildProcess.Pause pause() {
    signal("STOP");
    return () -> signal("CONT");
  }

  private void signal(String name) {
    Command.require(Path.of("/"), Map.of(), List.of("kill", "-" + name, Long.toString(pid())));
  }

  private long pid() {
    return Long.parseLong(read("agent.pid").strip());
  }

  private String read(String file) {
    try {
      return Files.readString(directory.resolve(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    succeed("uninstall");
  }
}

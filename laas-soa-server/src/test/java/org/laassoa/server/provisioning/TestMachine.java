package org.laassoa.server.provisioning;

import static org.awaitility.Awaitility.await;
import static org.laassoa.server.configuration.ConfigurationApi.as;
import static org.laassoa.server.configuration.ConfigurationApi.put;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.laassoa.server.machine.AgentExecutor;
import org.laassoa.server.machine.AgentSettings;
import org.laassoa.server.machine.Become;
import org.laassoa.server.machine.MachineLogin;
import org.laassoa.server.machine.MachineSpec;
import org.laassoa.server.machine.SshHost;
import org.laassoa.server.provisioning.ssh.CommandResult;
import org.laassoa.server.provisioning.ssh.JschConnector;
import org.laassoa.server.provisioning.ssh.RemoteCommand;
import org.laassoa.server.provisioning.ssh.SshSession;

/** A machine of the API, which is an account of the world's SSH server with a folder of its own. */
final class TestMachine implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final String name;
  private final Map<String, Object> fields = new HashMap<>();

  private TestMachine(String name, String user) {
    this.name = name;
    fields.put("address", SshWorld.host());
    fields.put("port", SshWorld.port());
    fields.put("username", user);
    fields.put("server_url", "http://127.0.0.1:" + RestAssured.port);
  }

  private static String unique() {
    return "machine-" + ProcessHandle.current().pid() + "-" + NUMBERS.incrementAndGet();
  }

  /** The account without rights, by password. */
  static TestMachine bare() {
    String name = unique();
    return new TestMachine(name, SshWorld.user())
        .with("password", SshWorld.password())
        .with("directory", "~/" + name)
        .store();
  }

  /** The account that becomes root by sudo. */
  static TestMachine withSudo() {
    String name = unique();
    return new TestMachine(name, SshWorld.sudoUser())
        .with("password", SshWorld.sudoPassword())
        .with("become", "sudo")
        .with("directory", "/opt/" + name)
        .store();
  }

  /** Root, by key. */
  static TestMachine root() {
    String name = unique();
    return new TestMachine(name, "root")
        .with("private_key", SshWorld.key())
        .with("directory", "/opt/" + name)
        .store();
  }

  /** Sets a field; {@link #store} sends it. */
  TestMachine with(String field, Object value) {
    fields.put(field, value);
    return this;
  }

  /** Sends all fields. */
  TestMachine store() {
    put("machines/" + name, json()).statusCode(org.hamcrest.Matchers.isOneOf(200, 201));
    return this;
  }

  private String json() {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(fields);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  String name() {
    return name;
  }

  /** The machine as the API shows it. */
  JsonPath show() {
    return as("viewer").get("/api/machines/" + name).then().statusCode(200).extract().jsonPath();
  }

  /** Begins an operation; its number. */
  long begin(String kind) {
    return as("admin")
        .post("/api/machines/" + name + "/" + kind)
        .then()
        .statusCode(202)
        .extract()
        .jsonPath()
        .getLong("id");
  }

  /** Does an operation to its end, whatever that is. */
  JsonPath run(String kind) {
    return awaitEnd(begin(kind));
  }

  /** Does an operation that must succeed. */
  JsonPath succeed(String kind) {
    JsonPath operation = run(kind);
    if (!operation.getString("state").equals("succeeded")) {
      throw new AssertionError(kind + " failed: " + operation.prettify());
    }
    return operation;
  }

  static JsonPath awaitEnd(long operation) {
    return await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> operation(operation), shown -> !shown.getString("state").equals("running"));
  }

  static JsonPath operation(long id) {
    return as("viewer").get("/api/machine-operations/" + id).jsonPath();
  }

  /** What a step printed. */
  static String output(JsonPath operation, String step) {
    return operation.getString("steps.find { it.name == '" + step + "' }.output");
  }

  /** Asks the machine itself, past the server. */
  String ask(String script) {
    try (SshSession session = new JschConnector().connect(spec())) {
      CommandResult result = session.run(RemoteCommand.of(script, name));
      return result.text();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The process id of the agent that runs, or an empty text. */
  String agentPid() {
    return ask("sh " + directory() + "/supervise.sh pid 2>/dev/null");
  }

  /** The agent's folder, for a shell. */
  String directory() {
    return (String) fields.get("directory");
  }

  /** What the server's own parts would be given. */
  MachineSpec spec() {
    return new MachineSpec(
        show().getLong("id"),
        new SshHost(name, (String) fields.get("address"), (Integer) fields.get("port"), null),
        new MachineLogin(
            (String) fields.get("username"),
            (String) fields.get("password"),
            (String) fields.get("private_key"),
            (String) fields.get("passphrase")),
        fields.containsKey("become") ? Become.SUDO : Become.NONE,
        directory(),
        new AgentSettings(
            name,
            1,
            java.util.List.of(),
            java.util.List.of(),
            AgentExecutor.AUTO,
            (String) fields.get("server_url")));
  }

  /** Removes what a test may have left. */
  @Override
  public void close() {
    ask(
        """
        dir=%s
        [ ! -e "$dir/supervise.sh" ] || sh "$dir/supervise.sh" stop
        rm -rf "$dir"
        crontab -l 2>/dev/null | grep -q "/$1\\$" || exit 0
        crontab -l | grep -v "/$1\\$" | crontab -
        """
            .formatted(directory()));
  }
}

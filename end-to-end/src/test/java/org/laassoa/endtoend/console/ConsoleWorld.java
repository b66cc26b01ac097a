package org.laassoa.endtoend.console;

import com.microsoft.playwright.Page;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.laassoa.endtoend.Execution;
import org.laassoa.endtoend.Needs;
import org.laassoa.endtoend.World;
import org.laassoa.endtoend.api.Build;

/**
 * A server with something to see of every kind, made by real builds of a real agent. The console's
 * test classes share it.
 */
final class ConsoleWorld implements AutoCloseable {

  private static final String IMAGE = "laas-test/busybox:1";

  /** Something to see in the log: colours, a progress bar, another alphabet. */
  private static final String COMPILE =
      """
      set -e
      printf '\\033[1;34m==>\\033[0m compiling the \\033[1mshop\\033[0m\\n'
      for part in catalogue basket checkout search; do
        printf '\\033[32m[ok]\\033[0m %s\\n' "$part"
      done
      printf 'downloading  10%%\\rdownloading  60%%\\rdownloading 100%%\\n'
      echo '构建完成'
      echo hello > "$LAAS_TARGET/hello.txt" 2>/dev/null || echo hello > hello.txt
      """;

  private final World world;
  private final Build succeeded;
  private final Build failed;
  private final Build running;
  private final Build waiting;
  private final long looked;

  private ConsoleWorld(
      World world, Build succeeded, Build failed, Build running, Build waiting, long looked) {
    this.world = world;
    this.succeeded = succeeded;
    this.failed = failed;
    this.running = running;
    this.waiting = waiting;
    this.looked = looked;
  }

  private static ConsoleWorld start() throws InterruptedException {
    Needs.of(Execution.DOCKER);
    World world = World.start(Execution.DOCKER);
    try {
      world.putRegistry("registry", Needs.setting("LAAS_TEST_REGISTRY_PASSWORD"));
      webhook(world);
      String shop = shop(world);
      world.build(shop);
      world.build(shop);
      Build succeeded = world.build(shop);
      Build failed = world.build(broken(world));
      Build running = world.api().enqueue(endless(world, "slow"), "branch", "main", Map.of());
      Build waiting = world.api().enqueue(unwanted(world), "branch", "main", Map.of());
      long looked = machine(world);
      world.awaitLog(running, "line 3");
      return new ConsoleWorld(world, succeeded, failed, running, waiting, looked);
    } catch (InterruptedException | RuntimeException | Error e) {
      world.close();
      throw e;
    }
  }

  private static String shop(World world) throws InterruptedException {
    world
        .repository("shop")
        .write("README.md", "A shop\n")
        .write("Dockerfile", "FROM " + IMAGE + "\nCOPY README.md /\n")
        .commit("A shop");
    return world
        .project("shop")
        .with("image_registry", "registry")
        .with("description", "Everything that is sold 商店")
        .compile(COMPILE)
        .file("Dockerfile", "FROM " + IMAGE + "\nCOPY README.md /\n")
        .dockerfile("Dockerfile")
        .save();
  }

  private static String broken(World world) throws InterruptedException {
    world.repository("broken").write("README.md", "Broken\n").commit("Broken");
    return world
        .project("broken")
        .compile(
            """
            for i in $(seq 60); do echo "compiling part $i"; done
            printf '\\033[31mERROR\\033[0m: basket.c:42: the basket has no bottom\\n'
            for i in $(seq 40); do echo "cleaning up $i"; done
            exit 3
            """)
        .save();
  }

  /** A project whose builds print a line each half second and never end. */
  static String endless(World world, String name) throws InterruptedException {
    world.repository(name).write("README.md", "Slow\n").commit("Slow");
    return world
        .project(name)
        .compile("i=0; while true; do i=$((i+1)); echo \"line $i\"; sleep 0.5; done\n")
        .save();
  }

  private static String unwanted(World world) throws InterruptedException {
    world.repository("unwanted").write("README.md", "Unwanted\n").commit("Unwanted");
    return world
        .project("unwanted")
        .with("required_labels", List.of("gpu=yes"))
        .compile("true\n")
        .save();
  }

  /** A machine that answers and lets nobody in with that password; answers the look at it. */
  private static long machine(World world) throws InterruptedException {
    String[] ssh = Needs.setting("LAAS_TEST_SSH").split(":", 2);
    world
        .api()
        .put(
            "/api/machines/builder-1",
            Map.of(
                "description", "In the rack",
                "address", ssh[0],
                "port", Integer.parseInt(ssh[1]),
                "username", "build",
                "password", "not-the-password",
                "executor", "process"));
    return world.api().post("/api/machines/builder-1/look", Map.of()).path("id").asLong();
  }

  /** Nobody listens there: deliveries fail and are tried again. */
  private static void webhook(World world) throws InterruptedException {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    world
        .api()
        .put(
            "/api/webhooks/chat",
            Map.of(
                "url",
                "http://127.0.0.1:9/hooks/builds",
                "secret",
                "whsec_" + Base64.getEncoder().encodeToString(secret)));
  }

  /** Gives each test class the same one, started when first asked for. */
  static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == ConsoleWorld.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(ConsoleWorld.class))
          .computeIfAbsent(ConsoleWorld.class, key -> started(), ConsoleWorld.class);
    }

    private static ConsoleWorld started() {
      try {
        return start();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  World world() {
    return world;
  }

  Build succeeded() {
    return succeeded;
  }

  Build failed() {
    return failed;
  }

  Build running() {
    return running;
  }

  Build waiting() {
    return waiting;
  }

  /** The operation that has looked at the machine. */
  long looked() {
    return looked;
  }

  /** A page signed in as the first administrator. */
  Page signedIn(Browser browser, Look look) {
    return browser.signedIn(look, world.server().address(), "admin", world.server().password());
  }

  String address(String path) {
    return world.server().address().resolve(path).toString();
  }

  @Override
  public void close() {
    world.close();
  }
}

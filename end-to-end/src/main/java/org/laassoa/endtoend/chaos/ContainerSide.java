package org.laassoa.endtoend.chaos;

import java.util.Optional;
import org.laassoa.endtoend.engine.Engine;
import org.laassoa.endtoend.relay.EngineRelay;

/**
 * What there is for builds in containers, where an engine answers.
 *
 * @param engine the engine, past the relay
 * @param relay stands between it and the agent
 * @param image what scripts run in
 */
record ContainerSide(Engine engine, EngineRelay relay, String image) implements AutoCloseable {

  private static final String USUAL_ENGINE = "unix:///var/run/docker.sock";
  private static final String USUAL_IMAGE = "laas-test/busybox:1";

  /** Nothing where no engine answers on a unix socket, or it lacks the image; says so. */
  static Optional<ContainerSide> find() {
    String host = Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse(USUAL_ENGINE);
    String image = Optional.ofNullable(System.getenv("LAAS_CHAOS_IMAGE")).orElse(USUAL_IMAGE);
    Optional<Engine> engine = host.startsWith("unix://") ? Engine.find() : Optional.empty();
    if (engine.isEmpty()) {
      System.err.println("no container engine answers on a unix socket: processes only");
      return Optional.empty();
    }
    if (!engine.get().hasImage(image)) {
      System.err.println("the engine has no " + image + ", set LAAS_CHAOS_IMAGE: processes only");
      return Optional.empty();
    }
    return Optional.of(new ContainerSide(engine.get(), EngineRelay.start(host), image));
  }

  @Override
  public void close() {
    relay.close();
  }
}

package org.laassoa.builder.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laassoa.builder.execution.ContainerEngine;

/** Whether there is a container engine, and one that can do what builds need. */
public final class EngineCheck implements Check {

  private static final String UNIX = "unix://";

  private final Optional<ContainerEngine> engine;
  private final String address;
  private final Need need;

  /**
   * A check of that engine.
   *
   * @param engine nothing when none answers, or none is wanted
   * @param address where it should be
   */
  public EngineCheck(Optional<ContainerEngine> engine, String address, Need need) {
    this.engine = engine;
    this.address = address;
    this.need = need;
  }

  /** Whether the agent does without it. */
  public enum Need {
    /** It uses none. */
    NONE,
    /** It uses one that is there. */
    IF_THERE,
    /** It does not start without. */
    REQUIRED
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public List<Finding> findings() {
    Optional<ContainerEngine.Facts> facts = engine.flatMap(ContainerEngine::facts);
    return facts.map(EngineCheck::findings).orElseGet(() -> List.of(missing()));
  }

  private static List<Finding> findings(ContainerEngine.Facts facts) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok(
            "version %s, API %s, storage %s in %s, at %s%s"
                .formatted(
                    facts.version(),
                    facts.apiVersion(),
                    facts.storage(),
                    facts.dataFolder(),
                    facts.address(),
                    facts.rootless() ? ", rootless" : "")));
    findings.add(
        facts.limitsMemory()
            ? Finding.ok("containers can be limited in memory (cgroups v" + facts.cgroups() + ")")
            : Finding.warn(
                "containers cannot be limited in memory",
                "give the engine the memory controller of the control groups"));
    return findings;
  }

  private Finding missing() {
    return switch (need) {
      case NONE ->
          Finding.warn(
              "none is wanted: builds run as processes, nothing is isolated",
              "let none but trusted people build here");
      case IF_THERE ->
          Finding.warn(
              "none answers at " + address + ": builds run as processes, nothing is isolated",
              "to run them in containers, " + advice());
      case REQUIRED -> Finding.fail("none answers at " + address, advice());
    };
  }

  private String advice() {
    if (!address.startsWith(UNIX)) {
      return "start one, or set DOCKER_HOST";
    }
    Path socket = Path.of(address.substring(UNIX.length()));
    if (Files.exists(socket) && !Files.isWritable(socket)) {
      return "let this user use " + socket + ", as a member of its group";
    }
    return Files.exists(socket)
        ? "look why the engine behind " + socket + " does not answer"
        : "install and start one, or set DOCKER_HOST";
  }
}

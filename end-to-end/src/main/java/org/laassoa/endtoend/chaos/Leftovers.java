package org.laassoa.endtoend.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is still there of builds that have ended. */
record Leftovers(ChaosWorld world) {

  /**
   * A variable in the environment of each script, so that its processes can be told from others.
   */
  static final String MARK = "CHAOS_WORLD";

  private static final Path PROC = Path.of("/proc");

  /** Each thing that should be gone, in words. */
  List<String> find() throws InterruptedException {
    List<String> left = new ArrayList<>();
    for (OneAgent agent : world.agents()) {
      agent.passing("attempts").forEach(path -> left.add("the folder " + path));
      agent.passing("processes").forEach(path -> left.add("the record of a process " + path));
      Path tag = agent.root().resolve("chaos").resolve(ChaosProjects.TAG_PROJECT + ".git/tag");
      if (!isEmpty(tag)) {
        left.add("the workspace of a tag below " + tag);
      }
    }
    processes().forEach(process -> left.add("the process " + process));
    containers().forEach(container -> left.add("the container " + container));
    long rows = world.books().leftRows();
    if (rows > 0) {
      left.add(rows + " rows that only an action that has not ended may have");
    }
    return left;
  }

  private static boolean isEmpty(Path folder) {
    if (Files.notExists(folder)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> containers() {
    return world
        .containers()
        .map(side -> world.agents().stream().flatMap(agent -> containers(side, agent)).toList())
        .orElse(List.of());
  }

  /** Those that have ended too. */
  private static Stream<String> containers(ContainerSide side, OneAgent agent) {
    String label = "label=org.laassoa.root=" + agent.root();
    return side.engine().docker("ps", "-aq", "--filter", label).lines();
  }

  private List<String> processes() {
    String wanted = "\0" + MARK + "=" + world.mark() + "\0";
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .filter(entry -> Character.isDigit(entry.getFileName().toString().charAt(0)))
          .filter(entry -> read(entry.resolve("environ")).contains(wanted))
          .map(
              entry ->
                  entry.getFileName() + " " + read(entry.resolve("cmdline")).replace('\0', ' '))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Between NULs; empty for a process that has ended meanwhile or is somebody else's. */
  private static String read(Path file) {
    try {
      return "\0" + Files.readString(file, StandardCharsets.ISO_8859_1) + "\0";
    } catch (IOException e) {
      return "";
    }
  }
}

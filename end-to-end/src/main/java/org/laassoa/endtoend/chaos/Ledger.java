package org.laassoa.endtoend.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the scripts on one agent have noted about themselves, in the order in which they did. */
final class Ledger {

  /** Its name in the agent's shared caches, a folder that scripts see wherever they run. */
  static final String FILE = "chaos-ledger";

  private Ledger() {}

  /**
   * One note.
   *
   * @param what {@code start}, {@code tick} or {@code end}
   * @param key the build's
   * @param attempt the attempt
   * @param run a random name of that run of the script
   */
  record Note(String what, String key, int attempt, String run) {

    boolean isOf(String otherKey, int otherAttempt) {
      return key.equals(otherKey) && attempt == otherAttempt;
    }
  }

  /** The notes on an agent, the last one left out when it is only half there. */
  static List<Note> of(OneAgent agent) {
    Path file = agent.root().resolve("dependency_lib").resolve(FILE);
    if (Files.notExists(file)) {
      return List.of();
    }
    try {
      String all = Files.readString(file);
      List<Note> notes = new ArrayList<>();
      for (String line : all.substring(0, all.lastIndexOf('\n') + 1).lines().toList()) {
        String[] words = line.split(" ");
        notes.add(new Note(words[0], words[1], Integer.parseInt(words[2]), words[3]));
      }
      return notes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

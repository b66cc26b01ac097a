package org.laassoa.endtoend.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laassoa.endtoend.process.Command;

/** The {@code git} program, untouched by what this machine's users have configured. */
public final class Git {

  /** What {@code git} is run with: no user's or system's settings, no questions, a fixed author. */
  public static final Map<String, String> ENVIRONMENT =
      Map.of(
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_NOSYSTEM", "1",
          "GIT_TERMINAL_PROMPT", "0",
          "GIT_AUTHOR_NAME", "Example",
          "GIT_AUTHOR_EMAIL", "example@localhost",
          "GIT_COMMITTER_NAME", "Example",
          "GIT_COMMITTER_EMAIL", "example@localhost");

  private Git() {}

  /**
   * Runs {@code git} in a folder.
   *
   * @return its output
   * @throws IllegalStateException when it ends with another exit code than 0
   */
  public static String run(Path directory, String... arguments) {
    return run(directory, Map.of(), arguments);
  }

  /** As above, with further environment variables. */
  public static String run(Path directory, Map<String, String> environment, String... arguments) {
    Map<String, String> all = new HashMap<>(ENVIRONMENT);
    all.putAll(environment);
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return Command.require(directory, all, command);
  }
}

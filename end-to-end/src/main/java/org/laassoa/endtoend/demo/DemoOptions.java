package org.laassoa.endtoend.demo;

import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param exit end with the build's outcome instead of staying up
 * @param port the server's port, 0 for a free one
 * @param executor {@code auto}, {@code docker} or {@code process}
 */
record DemoOptions(boolean exit, int port, String executor) {

  private static final Set<String> EXECUTORS = Set.of("auto", "docker", "process");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with what is wrong with it, in words
   */
  static DemoOptions parse(List<String> arguments) {
    boolean exit = false;
    int port = 0;
    String executor = "auto";
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--exit" -> exit = true;
        case "--port" -> port = port(value(option, rest));
        case "--executor" -> executor = value(option, rest);
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    if (!EXECUTORS.contains(executor)) {
      throw new IllegalArgumentException("--executor takes auto, docker or process");
    }
    return new DemoOptions(exit, port, executor);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same answer.
    }
    throw new IllegalArgumentException("--port takes a number from 0 to 65535");
  }
}

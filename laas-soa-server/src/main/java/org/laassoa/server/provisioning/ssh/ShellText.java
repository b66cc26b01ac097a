package org.laassoa.server.provisioning.ssh;

import java.util.List;
import java.util.stream.Collectors;

/** Makes command lines for a POSIX shell: the one place where anything is quoted. */
final class ShellText {

  private static final String PREAMBLE =
      """
      PATH="$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
      LC_ALL=C
      export PATH LC_ALL
      """;

  private ShellText() {}

  /**
   * The command line that runs a script, whatever the account's own shell is.
   *
   * @param arguments {@code $1} and further ones of the script
   */
  static String command(String script, List<String> arguments) {
    return "exec sh -c " + quote(PREAMBLE + script) + " sh" + words(arguments);
  }

  /** As above, run by root; sudo reads its password from standard input where it wants one. */
  static String sudoCommand(String script, List<String> arguments) {
    return "exec sudo -k -S -p '' -- sh -c " + quote(PREAMBLE + script) + " sh" + words(arguments);
  }

  private static String words(List<String> arguments) {
    return arguments.stream().map(word -> " " + quote(word)).collect(Collectors.joining());
  }

  /** One word that a shell takes as it is. */
  static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}

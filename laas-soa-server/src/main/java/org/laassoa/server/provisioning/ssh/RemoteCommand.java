package org.laassoa.server.provisioning.ssh;

import java.time.Duration;
import java.util.List;

/**
 * A command for another host: a fixed script and its arguments. Neither holds a secret, since both
 * are seen in the host's list of processes.
 *
 * @param script for a POSIX shell; the arguments are {@code $1} and so on
 * @param arguments quoted when the command is sent
 * @param asRoot whether it needs the rights of root
 * @param limit after which it is given up
 */
public record RemoteCommand(String script, List<String> arguments, boolean asRoot, Duration limit) {

  private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

  /** A command with the login's own rights. */
  public static RemoteCommand of(String script, String... arguments) {
    return new RemoteCommand(script, List.of(arguments), false, USUAL_LIMIT);
  }

  /** The same command with the rights of root. */
  public RemoteCommand byRoot() {
    return new RemoteCommand(script, arguments, true, limit);
  }

  /** The same command with another limit. */
  public RemoteCommand within(Duration longest) {
    return new RemoteCommand(script, arguments, asRoot, longest);
  }
}

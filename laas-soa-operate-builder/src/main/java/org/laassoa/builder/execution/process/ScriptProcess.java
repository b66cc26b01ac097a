package org.laassoa.builder.execution.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.ExitStatus;

/** A script that runs, with all the processes it starts: a session of its own. */
final class ScriptProcess {

  private static final Duration SAMPLE = Duration.ofMillis(200);
  private static final Duration GRACE = Duration.ofMillis(500);
  private static final Duration KILL = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(10);

  private final Process leader;
  private final String cookie;

  private ScriptProcess(Process leader, String cookie) {
    this.leader = leader;
    this.cookie = cookie;
  }

  /**
   * Starts a script.
   *
   * @param builder its command, prefixed here by what makes a session of it
   * @param cookie an environment assignment that only this script's processes have
   */
  static ScriptProcess start(ProcessBuilder builder, String cookie) throws IOException {
    // A child of the JVM leads no group, so setsid becomes the script without a fork: the pid that
    // we know is the session's.
    builder.command().addAll(0, List.of("setsid"));
    return new ScriptProcess(builder.start(), cookie);
  }

  /** Waits for the end. Afterwards nothing that it started runs any more, however it ended. */
  ExitStatus await(@Nullable Long memoryLimitBytes) throws InterruptedException {
    try {
      while (!leader.waitFor(SAMPLE.toMillis(), TimeUnit.MILLISECONDS)) {
        if (memoryLimitBytes != null
            && ProcessTable.residentBytes(leader.pid()) > memoryLimitBytes) {
          return new ExitStatus.OutOfMemory();
        }
      }
      return new ExitStatus.Exited(leader.exitValue());
    } catch (InterruptedException e) {
      signal(false, GRACE);
      throw e;
    } finally {
      signal(true, KILL);
    }
  }

  private void signal(boolean kill, Duration limit) {
    boolean interrupted = Thread.interrupted();
    try {
      endAll(
          () ->
              LongStream.concat(
                  ProcessTable.inSession(leader.pid()), ProcessTable.withVariable(cookie)),
          kill,
          limit);
    } catch (InterruptedException e) {
      interrupted = true;
      killAll(cookie);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Kills, without waiting, what was started with a cookie. */
  static void killAll(String cookie) {
    ProcessTable.withVariable(cookie).forEach(pid -> send(pid, true));
  }

  private static void endAll(Members members, boolean kill, Duration limit)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    long[] left = members.pids().toArray();
    boolean first = true;
    while (left.length > 0 && System.nanoTime() < deadline) {
      // Asked to end once; killed until none is left, since they may start others meanwhile.
      if (first || kill) {
        LongStream.of(left).forEach(pid -> send(pid, kill));
      }
      first = false;
      TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
      left = members.pids().toArray();
    }
  }

  private static void send(long pid, boolean kill) {
    if (pid == ProcessHandle.current().pid()) {
      return;
    }
    ProcessHandle.of(pid).ifPresent(kill ? ProcessHandle::destroyForcibly : ProcessHandle::destroy);
  }

  @FunctionalInterface
  private interface Members {
    LongStream pids();
  }
}

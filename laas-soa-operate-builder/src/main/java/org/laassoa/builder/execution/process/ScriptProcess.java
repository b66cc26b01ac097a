package org.laassoa.builder.execution.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.builder.execution.RunningScript;

/**
 * A script that runs, with all the processes it starts: a session of its own. Its leader is a shell
 * that notes the script's exit code in the {@link ScriptRecord}, so that it is known even when the
 * agent has died meanwhile.
 */
final class ScriptProcess implements RunningScript {

  private static final String COOKIE = "LAAS_COOKIE";

  private static final Duration SAMPLE = Duration.ofMillis(200);
  private static final Duration GRACE = Duration.ofMillis(500);
  private static final Duration KILL = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(10);

  /**
   * Outlives the signals that a script sends to its own group. What the shell itself would say,
   * such as that the script was killed, belongs into nobody's log.
   */
  private static final String SHELL =
      """
      trap : HUP INT QUIT TERM
      exec 2>/dev/null
      echo $$ >"$0"
      (exec "$@" 2>&1)
      code=$?
      echo $code >>"$0"
      exit $code
      """;

  private final Leader leader;
  private final ScriptRecord record;
  private final @Nullable Long memoryLimitBytes;
  private boolean ended;

  private ScriptProcess(Leader leader, ScriptRecord record, @Nullable Long memoryLimitBytes) {
    this.leader = leader;
    this.record = record;
    this.memoryLimitBytes = memoryLimitBytes;
  }

  /**
   * Starts a script.
   *
   * @param builder its command, to which is added here what makes a session of it
   * @param record where its end is noted; made here
   */
  static ScriptProcess start(
      ProcessBuilder builder, ScriptRecord record, @Nullable Long memoryLimitBytes)
      throws IOException {
    record.create();
    builder.environment().put(COOKIE, record.cookie());
    // A child of the JVM leads no group, so setsid becomes the shell without a fork: the pid that
    // we know is the session's.
    builder.command().addAll(0, List.of("setsid", "sh", "-c", SHELL, record.file().toString()));
    try {
      return new ScriptProcess(new Leader.Child(builder.start()), record, memoryLimitBytes);
    } catch (IOException e) {
      record.deleteQuietly();
      throw e;
    }
  }

  /** The script of that record that a former process started; nothing when it never began. */
  static Optional<ScriptProcess> adopt(ScriptRecord record, @Nullable Long memoryLimitBytes) {
    boolean begun =
        !record.exists()
            || record.pid().isPresent()
            || ProcessTable.withVariable(variable(record)).findAny().isPresent();
    if (!begun) {
      record.deleteQuietly();
      return Optional.empty();
    }
    Leader leader = Leader.Adopted.of(record, variable(record));
    return Optional.of(new ScriptProcess(leader, record, memoryLimitBytes));
  }

  @Override
  public ExitStatus await() throws InterruptedException {
    while (!leader.hasEnded(SAMPLE)) {
      if (memoryLimitBytes != null
          && ProcessTable.residentBytes(leader.session()) > memoryLimitBytes) {
        ended = true;
        return new ExitStatus.OutOfMemory();
      }
    }
    ended = true;
    return leader.status();
  }

  /** Asks what still runs to end, unless the script has, then kills it. */
  @Override
  public void close() {
    if (!ended) {
      signal(false, GRACE);
    }
    signal(true, KILL);
    record.deleteQuietly();
  }

  private void signal(boolean kill, Duration limit) {
    boolean interrupted = Thread.interrupted();
    try {
      endAll(
          () ->
              LongStream.concat(
                  ProcessTable.inSession(leader.session()),
                  ProcessTable.withVariable(variable(record))),
          kill,
          limit);
    } catch (InterruptedException e) {
      interrupted = true;
      ProcessTable.withVariable(variable(record)).forEach(pid -> send(pid, true));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static String variable(ScriptRecord record) {
    return COOKIE + "=" + record.cookie();
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

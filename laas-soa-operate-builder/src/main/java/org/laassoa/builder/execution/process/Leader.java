package org.laassoa.builder.execution.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.laassoa.builder.execution.ExitStatus;

/** The first process of a script's session: the shell that runs the script and notes its end. */
sealed interface Leader {

  /** The session's id; {@link #NO_SESSION} when it may be somebody else's by now. */
  long session();

  /** Waits for its end, and says whether it has come. */
  boolean hasEnded(Duration within) throws InterruptedException;

  /** How the script ended, once this has. */
  ExitStatus status();

  /** No session has this id. */
  long NO_SESSION = -1;

  /** A child of this process: the system tells how it ended. */
  record Child(Process process) implements Leader {

    @Override
    public long session() {
      return process.pid();
    }

    @Override
    public boolean hasEnded(Duration within) throws InterruptedException {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public ExitStatus status() {
      return new ExitStatus.Exited(process.exitValue());
    }
  }

  /** The child of a former process of the agent: only the record tells how it ended. */
  record Adopted(ScriptRecord record, String variable, long session) implements Leader {

    private static final Duration LOOK = Duration.ofMillis(20);

    /** The leader of that record, whether it still lives or not. */
    static Adopted of(ScriptRecord record, String variable) {
      long pid = record.pid().orElse(NO_SESSION);
      return new Adopted(
          record, variable, ProcessTable.hasVariable(pid, variable) ? pid : NO_SESSION);
    }

    @Override
    public boolean hasEnded(Duration within) throws InterruptedException {
      long deadline = System.nanoTime() + within.toNanos();
      // The variable is the script's own: whoever else gets the id one day does not have it.
      while (ProcessTable.hasVariable(session, variable)) {
        if (System.nanoTime() > deadline) {
          return false;
        }
        TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
      }
      return true;
    }

    @Override
    public ExitStatus status() {
      return record
          .exitCode()
          .<ExitStatus>map(ExitStatus.Exited::new)
          .orElseGet(ExitStatus.Unknown::new);
    }
  }
}

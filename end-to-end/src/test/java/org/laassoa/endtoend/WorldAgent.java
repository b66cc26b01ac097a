package org.laassoa.endtoend;

import java.nio.file.Path;
import java.util.List;
import org.laassoa.endtoend.process.ChildProcess;
import org.laassoa.endtoend.process.PackagedAgent;

/** The agent of a world, as far as tests look at it from outside. */
public interface WorldAgent extends AutoCloseable {

  /** Its folder. */
  Path root();

  /** What it has written so far. */
  String log();

  /** The command lines of what it has started and still runs. */
  List<String> descendants();

  /** Makes it stand still until the result is closed. */
  ChildProcess.Pause pause();

  @Override
  void close() throws InterruptedException;

  /** One that the test has started. */
  static WorldAgent of(PackagedAgent agent) {
    return new Started(agent);
  }

  /** One that the test has started. */
  record Started(PackagedAgent agent) implements WorldAgent {
    @Override
    public Path root() {
      return agent.settings().root();
    }

    @Override
    public String log() {
      return agent.process().log();
    }

    @Override
    public List<String> descendants() {
      return agent.process().descendants();
    }

    @Override
    public ChildProcess.Pause pause() {
      return agent.process().pause();
    }

    @Override
    public void close() {
      agent.close();
    }
  }
}

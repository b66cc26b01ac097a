package org.laassoa.builder.git;

import org.eclipse.jgit.lib.ProgressMonitor;

/** Lets JGit's long loops end when the build is cancelled. */
final class Cancellation implements ProgressMonitor {

  private volatile boolean cancelled;

  /** Asks to end. */
  void cancel() {
    cancelled = true;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void start(int totalTasks) {}

  @Override
  public void beginTask(String title, int totalWork) {}

  @Override
  public void update(int completed) {}

  @Override
  public void endTask() {}

  @Override
  public void showDuration(boolean enabled) {}
}

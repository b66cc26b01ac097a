package org.laassoa.builder.agent;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.laassoa.builder.build.Announcement;

/**
 * Counts the polls that begin and those that are answered, so that a build can wait for one that
 * tells the server its step.
 */
final class AnsweredPolls implements Announcement {

  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final Wake wake;
  private long begun;
  private long answered;
  private int waiting;

  /**
   * No poll yet.
   *
   * @param wake rung when somebody waits for a poll
   */
  AnsweredPolls(Wake wake) {
    this.wake = wake;
  }

  /**
   * A poll begins: to be called before it is looked up what the poll says.
   *
   * @return its number
   */
  synchronized long begin() {
    return ++begun;
  }

  /** A poll was answered, and what the answer orders has been followed. */
  synchronized void answered(long poll) {
    answered = poll;
    notifyAll();
  }

  /** Whether somebody waits for an answer: then the server must not hold the poll. */
  synchronized boolean awaited() {
    return waiting > 0;
  }

  @Override
  public void await() throws InterruptedException {
    await(FOR_EVER);
  }

  @Override
  public void soon() {
    wake.ring();
  }

  /**
   * Waits until a poll that begins from now on was answered.
   *
   * @return whether one was in time
   */
  synchronized boolean await(Duration longest) throws InterruptedException {
    // One that is under way may have looked before what is to be told was so.
    long needed = begun + 1;
    long end = System.nanoTime() + longest.toNanos();
    waiting++;
    try {
      wake.ring();
      for (long left = longest.toNanos();
          answered < needed && left > 0;
          left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      return answered >= needed;
    } finally {
      waiting--;
    }
  }
}

package org.laassoa.server.console.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.BuildView;

/**
 * What the page of a build shows.
 *
 * @param build the build
 * @param subject what it is of
 * @param attempt the attempt that is looked at
 * @param attempts all that have begun, the first one first
 * @param waterfall what the attempt's time was spent on
 * @param waiting why it waits, or null when it does not
 * @param links where else there is more
 * @param live whether it may still change
 */
public record ShownBuild(
    BuildView build,
    BuildSubject subject,
    ShownAttempt attempt,
    List<ShownAttempt> attempts,
    Waterfall waterfall,
    @Nullable ShownWaiting waiting,
    Links links,
    boolean live) {

  /**
   * Addresses of what belongs to it.
   *
   * @param commit the commit's page on its git host, or null
   * @param agent the agent's page, or null where it is gone
   */
  public record Links(@Nullable String commit, @Nullable String agent) {}

  /** The commit's first characters, or null while it is not known. */
  public @Nullable String shortCommit() {
    return BuildRow.shortened(build.commit());
  }

  /** Whether somebody may cancel it. */
  public boolean cancellable() {
    return !ended();
  }

  /** Whether it can be repeated: what is about an agent itself cannot. */
  public boolean retryable() {
    return ended() && subject.address() != null;
  }

  /** Whether it has reached its final state. */
  public boolean ended() {
    return build.endedAt() != null;
  }

  /** The attempt whose log is shown, or null for the last one: a build may begin another. */
  public @Nullable Integer logAttempt() {
    return attempt.last() ? null : attempt.number();
  }

  /** The length of the attempt's log for people. */
  public String logSize() {
    return ByteSize.words(attempt.logBytes());
  }
}

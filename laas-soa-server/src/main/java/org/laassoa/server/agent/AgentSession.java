package org.laassoa.server.agent;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What this server knows in memory of an agent that has called it. An idle agent says the same each
 * time, so the bytes of its last poll stand for what they mean.
 */
public final class AgentSession {

  private final Agent agent;
  private volatile @Nullable Said said;
  private volatile long seenAt;
  private volatile long writtenAt;
  private volatile boolean unwritten;

  AgentSession(Agent agent) {
    this.agent = agent;
  }

  /**
   * A poll that was understood.
   *
   * @param presence what it says about the agent
   * @param poll what else it means, to whoever reads polls
   */
  private record Said(Presence presence, Object poll) {}

  /** Who it is. */
  public Agent agent() {
    return agent;
  }

  /** Notes a poll; the last meaning is given back by {@link #last()}. */
  public void polled(Presence presence, Object poll) {
    Said before = said;
    if (before == null || !before.presence().equals(presence)) {
      writtenAt = 0; // Something new is written with the next batch.
    }
    said = new Said(presence, poll);
    polledAgain();
  }

  /** Notes a poll that said the same as the one before. */
  public void polledAgain() {
    seenAt = System.nanoTime();
    unwritten = true;
  }

  /** What the last poll meant, or null before the first. */
  public @Nullable Object last() {
    Said now = said;
    return now == null ? null : now.poll();
  }

  /**
   * What is to be written about the agent, if anything.
   *
   * @param now by {@link System#nanoTime}
   * @param interval how often the same has to be written, in nanoseconds
   */
  @Nullable Presence toWrite(long now, long interval) {
    if (!unwritten || (writtenAt != 0 && now - writtenAt < interval)) {
      return null;
    }
    unwritten = false;
    writtenAt = now;
    return Objects.requireNonNull(said).presence();
  }

  /** How long the agent has been silent here, in nanoseconds. */
  long silentFor(long now) {
    return now - seenAt;
  }
}

package org.laassoa.server.log;

import java.nio.charset.StandardCharsets;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.Ownership;
import org.laassoa.server.action.QueueFixture;

/** The log beside a queue, for tests of both. */
public final class QueueLog {

  private final LogStore store;

  private QueueLog(LogStore store) {
    this.store = store;
  }

  /** The log of that queue's actions. */
  public static QueueLog of(QueueFixture world) {
    return new QueueLog(new LogStore(world.transactions, world.queue, QueueFixture.config()));
  }

  /** Whether text at the beginning of a log was stored. */
  public boolean append(Ownership owner, String text) {
    return store.append(owner, 0, text.getBytes(StandardCharsets.UTF_8)) instanceof Append.Stored;
  }

  /** How many bytes are stored. */
  public long length(ActionId action, int attempt) {
    return store.length(action, attempt);
  }
}

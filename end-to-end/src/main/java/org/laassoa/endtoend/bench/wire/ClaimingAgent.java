package org.laassoa.endtoend.bench.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.laassoa.endtoend.load.Conversation;
import org.laassoa.endtoend.load.RequestBytes;

/** Claims as many actions as it may hold, completes each, and begins anew until none is left. */
public final class ClaimingAgent implements Conversation {

  private final ByteBuffer poll;
  private final Completion completion;
  private final Orders orders;
  private final Ledger ledger;
  private int next;
  private boolean polling;
  private long since;

  /** An agent with that token and capacity. */
  public ClaimingAgent(String token, int capacity, Ledger ledger) {
    RequestBytes requests = new RequestBytes("Bearer " + token);
    this.poll = requests.json("/consume_action", PollBody.of(capacity, 0, PickUp.POLL));
    this.completion = new Completion(requests);
    this.orders = new Orders(capacity);
    this.ledger = ledger;
  }

  @Override
  public @Nullable ByteBuffer next() {
    since = System.nanoTime();
    polling = next == orders.count();
    if (polling) {
      return ledger.done() ? null : poll.rewind();
    }
    return completion.of(orders.id(next), orders.attempt(next));
  }

  @Override
  public void answered(int status, ByteBuffer body) {
    if (status != 200) {
      throw Refused.because(status, body);
    }
    long took = System.nanoTime() - since;
    if (polling) {
      orders.read(body);
      next = 0;
      for (int i = 0; i < orders.count(); i++) {
        ledger.claimed(orders.id(i));
      }
      if (orders.count() > 0) {
        ledger.claims().recordValue(took);
      }
    } else {
      next++;
      ledger.completed();
      ledger.completions().recordValue(took);
    }
  }
}

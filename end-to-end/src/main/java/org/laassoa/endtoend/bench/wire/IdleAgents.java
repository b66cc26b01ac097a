package org.laassoa.endtoend.bench.wire;

import java.nio.ByteBuffer;
import java.util.List;
import org.laassoa.endtoend.load.Conversation;
import org.laassoa.endtoend.load.RequestBytes;

/**
 * Agents with nothing to do, who poll in turn over one connection: as behind a proxy that keeps few
 * connections for many agents.
 */
public final class IdleAgents implements Conversation {

  private static final int EMPTY_ARRAY = 2;

  private final ByteBuffer[] polls;
  private int turn;

  /** Polls {@code /consume_action} with these tokens. */
  public IdleAgents(List<String> tokens) {
    this("/consume_action", tokens);
  }

  /** Polls another path, which has to answer with an empty array too. */
  public IdleAgents(String path, List<String> tokens) {
    this.polls =
        tokens.stream()
            .map(
                token ->
                    new RequestBytes("Bearer " + token).json(path, PollBody.of(1, 0, PickUp.POLL)))
            .toArray(ByteBuffer[]::new);
  }

  @Override
  public ByteBuffer next() {
    turn = turn + 1 == polls.length ? 0 : turn + 1;
    return polls[turn].rewind();
  }

  @Override
  public void answered(int status, ByteBuffer body) {
    if (status != 200 || body.remaining() != EMPTY_ARRAY) {
      throw Refused.because(status, body);
    }
  }
}

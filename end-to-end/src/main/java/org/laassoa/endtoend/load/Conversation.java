package org.laassoa.endtoend.load;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What one keep-alive connection says, request by request. Always called by the same thread. */
public interface Conversation {

  /**
   * The next request.
   *
   * @return its bytes from position to limit, which are read to their end and left alone by the
   *     conversation until the answer; null when there is nothing more to say
   */
  @Nullable ByteBuffer next();

  /**
   * Takes the answer. What it throws ends the load.
   *
   * @param status the HTTP status
   * @param body good during this call only
   */
  void answered(int status, ByteBuffer body);
}

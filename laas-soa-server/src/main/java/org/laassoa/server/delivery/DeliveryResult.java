package org.laassoa.server.delivery;

import org.jspecify.annotations.Nullable;

/** What became of one try. Reasons are in words, for people, and hold no secrets. */
public sealed interface DeliveryResult {

  /**
   * It arrived.
   *
   * @param status the HTTP status of the answer, or 0 where there is none
   */
  record Delivered(int status) implements DeliveryResult {}

  /**
   * It may work later.
   *
   * @param reason why it did not
   * @param status the HTTP status of the answer, or null
   */
  record Retry(String reason, @Nullable Integer status) implements DeliveryResult {
    /** Without an answer. */
    public Retry(String reason) {
      this(reason, null);
    }
  }

  /**
   * It will never work.
   *
   * @param reason why
   * @param status the HTTP status of the answer, or null
   */
  record Refused(String reason, @Nullable Integer status) implements DeliveryResult {
    /** Without an answer. */
    public Refused(String reason) {
      this(reason, null);
    }
  }
}

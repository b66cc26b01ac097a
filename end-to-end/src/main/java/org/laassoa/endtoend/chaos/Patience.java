package org.laassoa.endtoend.chaos;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.laassoa.endtoend.api.ApiException;

/**
 * Asks the API again for as long as there is nobody to answer, as a careful user's program does.
 */
final class Patience {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final long RETRY_MILLIS = 200;

  private Patience() {}

  /** One call of the API. */
  interface Call<T> {
    /** Calls. */
    T ask() throws InterruptedException;
  }

  /** Calls until there is an answer that is no failure of the server's own. */
  static <T> T ask(Call<T> call) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        return call.ask();
      } catch (UncheckedIOException cut) {
        giveUpAfter(deadline, cut);
      } catch (ApiException refused) {
        if (refused.status() < 500) {
          throw refused;
        }
        giveUpAfter(deadline, refused);
      }
      Thread.sleep(RETRY_MILLIS);
    }
  }

  private static void giveUpAfter(long deadline, RuntimeException last) {
    if (System.nanoTime() > deadline) {
      throw last;
    }
  }
}

package org.laassoa.server.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.laassoa.server.LaasConfig;

/**
 * How long to wait after a try that failed: three times as long each time, up to a limit, and
 * spread by a fifth, so that what failed together does not come again together.
 */
final class Pauses {

  private static final double GROWTH = 3;
  private static final double SPREAD = 0.2;

  private final LaasConfig.Deliveries settings;
  private final DoubleSupplier random;

  /** Pauses by these settings; {@code random} gives numbers from 0 to 1. */
  Pauses(LaasConfig.Deliveries settings, DoubleSupplier random) {
    this.settings = settings;
    this.random = random;
  }

  /** Whether there is another try after this one, from 1. */
  boolean anotherAfter(int tries) {
    return tries < settings.tries();
  }

  /** The pause after this try, from 1. */
  Duration after(int tries) {
    double grown = settings.firstPause().toMillis() * Math.pow(GROWTH, tries - 1.0);
    double limited = Math.min(grown, settings.longestPause().toMillis());
    return Duration.ofMillis(
        Math.round(limited * (1 - SPREAD + 2 * SPREAD * random.getAsDouble())));
  }
}

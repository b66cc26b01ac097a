package org.laassoa.server.signin;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes guessing slow: per name and address, and per address. A name alone is never locked, so
 * nobody can lock its owner out from elsewhere.
 */
final class SignInThrottle {

  private static final int FREE_OF_NAME = 5;
  private static final int FREE_OF_ADDRESS = 50;

  private final Clock clock;
  private final FailureCounts<NameAt> byName = new FailureCounts<>(FREE_OF_NAME);
  private final FailureCounts<String> byAddress = new FailureCounts<>(FREE_OF_ADDRESS);

  private record NameAt(String name, String address) {}

  SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  /** Whether the name may be tried from there. */
  boolean allowsName(String name, String address) {
    return byName.wait(new NameAt(name, network(address)), clock.instant()).isZero();
  }

  /**
   * Goes on if the name may be tried from there.
   *
   * @throws ThrottledException otherwise
   */
  void requireName(String name, String address) {
    require(byName.wait(new NameAt(name, network(address)), clock.instant()));
  }

  /**
   * Goes on if anything may be tried from there.
   *
   * @throws ThrottledException otherwise
   */
  void requireAddress(String address) {
    require(byAddress.wait(network(address), clock.instant()));
  }

  private static void require(Duration wait) {
    if (!wait.isZero()) {
      throw new ThrottledException(wait);
    }
  }

  /** Counts a wrong password of that name. */
  void failedName(String name, String address) {
    byName.failed(new NameAt(name, network(address)), clock.instant());
  }

  /** Counts something wrong from that address. */
  void failedAddress(String address) {
    byAddress.failed(network(address), clock.instant());
  }

  /** What was counted as wrong was right after all. */
  void succeeded(String name, String address) {
    byName.forget(new NameAt(name, network(address)));
    byAddress.takeBack(network(address));
  }

  /**
   * One network of IPv6 has any number of addresses: they count as one. So do callers of whom a
   * proxy says no address.
   */
  private static String network(@Nullable String address) {
    if (address == null || address.indexOf(':') < 0) {
      return String.valueOf(address);
    }
    return Networks.ofIpv6(address);
  }
}

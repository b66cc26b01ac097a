package org.laassoa.endtoend.bench;

/** Times one thing. */
final class Stopwatch {

  private final long start = System.nanoTime();

  /** Milliseconds since it was made. */
  double milliseconds() {
    return (System.nanoTime() - start) / 1e6;
  }
}

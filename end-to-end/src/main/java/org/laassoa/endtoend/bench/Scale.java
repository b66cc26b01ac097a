package org.laassoa.endtoend.bench;

/** How much is measured: what the figures need, or as little as shows that it works. */
enum Scale {
  FULL,
  QUICK;

  /** One of the two numbers. */
  int of(int full, int quick) {
    return switch (this) {
      case FULL -> full;
      case QUICK -> quick;
    };
  }
}

package org.laassoa.endtoend.bench;

import java.util.List;
import java.util.stream.IntStream;

/** Projects that are never really built: their builds are claimed by agents of the bench. */
final class BenchProjects {

  private static final int COUNT = 10;

  private BenchProjects() {}

  /** Several, so that a fair order has something to decide; these are their names. */
  static List<String> configure(BenchWorld world) throws InterruptedException {
    List<String> names = IntStream.range(0, COUNT).mapToObj(i -> "bench-" + i).toList();
    for (String name : names) {
      world.project(name, name + ".git", "none", "true\n");
    }
    return names;
  }
}

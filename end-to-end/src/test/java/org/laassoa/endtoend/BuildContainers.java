package org.laassoa.endtoend;

import java.util.List;

/** The containers of a build, as the engine knows them. */
final class BuildContainers {

  private BuildContainers() {}

  /** The running ones, by id. */
  static List<String> of(long build) {
    return Needs.engine().containers("org.laassoa.action=" + build);
  }

  /** Removes them, as nobody but a person would. */
  static void remove(long build) {
    for (String container : of(build)) {
      Needs.engine().docker("rm", "-f", container);
    }
  }
}

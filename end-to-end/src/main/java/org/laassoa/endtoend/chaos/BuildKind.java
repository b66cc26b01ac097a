package org.laassoa.endtoend.chaos;

/** What a build of a round is like, and so how it has to end. */
enum BuildKind {
  /** A few lines; succeeds. */
  SMALL,
  /** Some megabytes; succeeds. */
  LARGE,
  /** The build of a tag, whose workspace is not kept; succeeds. */
  TAG,
  /** Its script ends with exit code 3; fails. */
  FAILING,
  /** Its script would run for minutes; is cancelled. */
  CANCELLED,
  /** Its script must not run twice; succeeds, or fails with the agent lost. */
  ONCE;

  /** The project that such a build is of; {@code place} spreads the builds over projects. */
  String project(int place) {
    return switch (this) {
      case SMALL, LARGE, FAILING, CANCELLED ->
          "chaos-" + Math.floorMod(place, ChaosProjects.BRANCH_PROJECTS);
      case TAG -> ChaosProjects.TAG_PROJECT;
      case ONCE -> ChaosProjects.ONCE_PROJECT;
    };
  }

  /** {@code branch} or {@code tag}. */
  String refType() {
    return this == TAG ? "tag" : "branch";
  }

  /** The branch's or tag's name. */
  String ref() {
    return this == TAG ? ChaosProjects.TAG : "main";
  }
}

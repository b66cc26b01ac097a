package org.laassoa.server.console.setup;

/**
 * A step among all of them.
 *
 * @param word which one
 * @param number its place, from 1
 * @param state {@code done}, {@code skipped} or {@code open}
 * @param shown whether it is the one that is shown
 */
record SetupMark(String word, int number, String state, boolean shown) {

  static SetupMark of(SetupStep step, SetupFacts facts, SetupStep shown) {
    String state = facts.isDone(step) ? "done" : facts.isSkipped(step) ? "skipped" : "open";
    return new SetupMark(step.word(), step.ordinal() + 1, state, step == shown);
  }
}

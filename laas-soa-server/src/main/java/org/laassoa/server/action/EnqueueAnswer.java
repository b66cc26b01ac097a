package org.laassoa.server.action;

import java.util.List;

/** What became of an {@link EnqueueRequest}. */
public sealed interface EnqueueAnswer {

  /**
   * They are queued.
   *
   * @param actions their numbers, in the order of the request
   */
  record Added(List<ActionId> actions) implements EnqueueAnswer {}

  /**
   * The same request with the same key has been served before.
   *
   * @param actions what was enqueued then
   */
  record Replayed(List<ActionId> actions) implements EnqueueAnswer {}

  /** The key has been used for another request; nothing is enqueued. */
  record KeyReused() implements EnqueueAnswer {}

  /** A project or parent image has been deleted; nothing is enqueued. */
  record SubjectGone() implements EnqueueAnswer {}
}

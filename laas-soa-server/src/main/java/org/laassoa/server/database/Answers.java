package org.laassoa.server.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for what another thread finds out. */
final class Answers {

  private Answers() {}

  /** The answer; a failure is thrown as it was. */
  static <A> A of(CompletableFuture<A> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}

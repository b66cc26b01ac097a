package org.laassoa.builder.git;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jgit.revwalk.RevCommit;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.BuildOutput;
import org.laassoa.builder.workspace.FileTree;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.Source;

/**
 * One checkout. It is tried again when the server could not be reached or its connection broke, and
 * cloned anew when the clone on disk is damaged.
 */
final class CheckoutTries implements Callable<CheckedOut> {

  private static final double SPREAD = 0.2;

  private final Order order;
  private final Workspace workspace;
  private final Patience patience;
  private final BuildOutput output;

  /** Whether the clone on disk was whole once, and is fetched into. */
  private boolean known;

  /**
   * A checkout that has not begun.
   *
   * @param patience how often and how long to try
   */
  CheckoutTries(Order order, Workspace workspace, Patience patience, BuildOutput output) {
    this.order = order;
    this.workspace = workspace;
    this.patience = patience;
    this.output = output;
  }

  /**
   * What to check out.
   *
   * @param source where it is
   * @param ref the full name, such as {@code refs/heads/main}
   * @param remote the connection to its server
   */
  record Order(Source source, String ref, Remote remote) {
    boolean branch() {
      return ref.startsWith("refs/heads/");
    }
  }

  @Override
  public CheckedOut call() throws BuildFailure, InterruptedException {
    known = order.branch() && WorkTree.exists(workspace.source());
    long firstFailure = 0;
    for (Duration pause : patience.pauses()) {
      try {
        return once();
      } catch (BuildFailure failure) {
        firstFailure = firstFailure == 0 ? System.nanoTime() : firstFailure;
        Duration spent = Duration.ofNanos(System.nanoTime() - firstFailure);
        if (!mayPass(failure) || spent.plus(pause).compareTo(patience.longest()) > 0) {
          throw failure;
        }
        Duration wait = spread(pause);
        output.line(failure.getMessage() + "; trying again in " + wait.toMillis() + " ms");
        Thread.sleep(wait);
      }
    }
    return once();
  }

  private static boolean mayPass(BuildFailure failure) {
    return failure.outcome() instanceof Outcome.InfrastructureFailed infrastructure
        && infrastructure.reason() == FailureReason.GIT_UNREACHABLE;
  }

  /** A server that was restarted must not have all builds come back at once. */
  private static Duration spread(Duration pause) {
    double factor = 1 + SPREAD * ThreadLocalRandom.current().nextDouble();
    return Duration.ofMillis(Math.round(pause.toMillis() * factor));
  }

  private CheckedOut once() throws BuildFailure, InterruptedException {
    try {
      if (!known) {
        FileTree.delete(workspace.source());
      }
      output.line(
          (known ? "fetching " : "cloning ")
              + order.remote().address()
              + " "
              + order.source().ref());
      return checkOut();
    } catch (IOException | RuntimeException e) {
      failIfNotLocal(e);
      if (!known) {
        throw GitFailures.unreachable(e, order.remote(), order.ref());
      }
      return again(e);
    }
  }

  private CheckedOut again(Exception cause) throws BuildFailure, InterruptedException {
    output.line("the checkout is damaged (" + cause.getMessage() + "), cloning again");
    known = false;
    try {
      FileTree.delete(workspace.source());
      return checkOut();
    } catch (IOException | RuntimeException e) {
      failIfNotLocal(e);
      throw GitFailures.unreachable(e, order.remote(), order.ref());
    }
  }

  private CheckedOut checkOut() throws IOException {
    Source source = order.source();
    try (WorkTree tree = WorkTree.open(workspace.source(), order.remote())) {
      RevCommit commit = tree.checkOutRef(order.ref(), source.submodules());
      if (source.submodules()) {
        new Submodules(output).checkOut(tree, workspace.source(), order.remote(), 1);
      }
      output.line("commit " + commit.name() + " " + commit.getShortMessage());
      return new CheckedOut(commit.name());
    }
  }

  private void failIfNotLocal(Exception thrown) throws BuildFailure, InterruptedException {
    if (order.remote().cancellation().isCancelled()) {
      throw new InterruptedException("interrupted while checking out");
    }
    Optional<BuildFailure> failure = GitFailures.remote(thrown, order.remote(), order.ref());
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}

package org.laassoa.builder.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.transport.URIish;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.BuildOutput;
import org.laassoa.builder.workspace.FileTree;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Source;
import org.laassoa.wire.StepName;

/**
 * Brings a workspace's {@code source} to exactly the commit that a branch or tag stands for:
 * nothing of a former build stays. A branch is cloned once and fetched from then on; a tag is
 * cloned each time. Files kept in Git LFS come as their pointers.
 */
public final class Checkout {

  private static final Duration INTERRUPT_AGAIN = Duration.ofMillis(100);

  static {
    HermeticSystemReader.install();
  }

  private final Patience patience;

  /** The addresses that have asked for a login. */
  private final Set<String> askedForLogin = ConcurrentHashMap.newKeySet();

  /** Checks out from servers that may be away for some seconds, and silent for a minute. */
  public Checkout() {
    this(Patience.USUAL);
  }

  /** Checks out with that patience. */
  public Checkout(Patience patience) {
    this.patience = patience;
  }

  /**
   * Checks out.
   *
   * @param type {@code branch} or {@code tag}
   * @throws BuildFailure when there is no such ref or repository, the login is refused, or the
   *     server does not answer, as often as it was tried
   * @throws InterruptedException when interrupted; the next call puts right what was half done
   */
  public CheckedOut run(Source source, String type, Workspace workspace, BuildOutput output)
      throws BuildFailure, InterruptedException {
    String ref = (type.equals("tag") ? "refs/tags/" : "refs/heads/") + source.ref();
    Remote remote = remote(source);
    FutureTask<CheckedOut> task =
        new FutureTask<>(
            new CheckoutTries(
                new CheckoutTries.Order(source, ref, remote), workspace, patience, output));
    // On a virtual thread an interrupt ends a network read, whatever thread the caller has.
    Thread worker = Thread.ofVirtual().name("checkout").start(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      remote.cancellation().cancel();
      end(worker);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BuildFailure failure) {
        throw failure;
      }
      throw new IllegalStateException("the checkout failed", e.getCause());
    }
  }

  /** Repeats the interrupt, since libraries in between may swallow one. */
  private static void end(Thread worker) throws InterruptedException {
    do {
      worker.interrupt();
    } while (!worker.join(INTERRUPT_AGAIN));
  }

  private Remote remote(Source source) throws BuildFailure {
    try {
      URIish uri = new URIish(source.url()).setUser(null).setPass(null);
      return new Remote(
          uri,
          new ServerLogin(uri, source.username(), source.password(), askedForLogin),
          new AtomicInteger(),
          new Cancellation(),
          patience.silence());
    } catch (URISyntaxException e) {
      // Without the cause: it repeats the address, which may hold a password.
      throw BuildFailure.input(
          StepName.CHECKOUT, FailureReason.REPOSITORY_NOT_FOUND, "the address cannot be read");
    }
  }

  /**
   * Removes a workspace, as is due after the build of a tag.
   *
   * @throws UncheckedIOException when something cannot be removed
   */
  public void discard(Workspace workspace) {
    try {
      if (Files.exists(workspace.directory(), LinkOption.NOFOLLOW_LINKS)) {
        FileTree.delete(workspace.directory());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the workspace cannot be removed: " + e.getMessage(), e);
    }
  }
}

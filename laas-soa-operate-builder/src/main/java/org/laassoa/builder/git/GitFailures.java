package org.laassoa.builder.git;

import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.text.MessageFormat;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.internal.JGitText;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.StepName;

/** Says in clear words what a git server's answer means for a build. */
final class GitFailures {

  /** What the JDK says of an answer that ends in the middle, in a plain IOException. */
  private static final String CUT_IN_A_CHUNK = "Premature EOF";

  private GitFailures() {}

  /**
   * The failure that the server or the request is the cause of; nothing for one that the clone on
   * disk may be the cause of.
   *
   * @param ref the full name, such as {@code refs/heads/main}
   */
  static Optional<BuildFailure> remote(Throwable thrown, Remote remote, String ref) {
    String address = remote.address();
    if (mentions(thrown, MessageFormat.format(JGitText.get().remoteDoesNotHaveSpec, ref))) {
      return input(FailureReason.REF_NOT_FOUND, "there is no " + words(ref) + " in " + address);
    }
    int status = remote.lastStatus().get();
    if (status == 401 || status == 403) {
      return input(
          FailureReason.GIT_LOGIN_REFUSED,
          "the git server refused the login for " + address + " (HTTP " + status + ")");
    }
    if (status == 404 || status == 410 || has(thrown, NoRemoteRepositoryException.class)) {
      return input(FailureReason.REPOSITORY_NOT_FOUND, "there is no repository at " + address);
    }
    if (has(thrown, NotSupportedException.class)) {
      return input(
          FailureReason.REPOSITORY_NOT_FOUND, "not an address of a git repository: " + address);
    }
    if (status >= 400
        || has(thrown, SocketException.class)
        || has(thrown, InterruptedIOException.class)
        || has(thrown, UnknownHostException.class)
        || has(thrown, SSLException.class)
        || has(thrown, EOFException.class)
        || mentions(thrown, CUT_IN_A_CHUNK)) {
      return Optional.of(unreachable(thrown, remote, ref));
    }
    return Optional.empty();
  }

  /** The failure when even a fresh clone does not work. */
  static BuildFailure unreachable(Throwable thrown, Remote remote, String ref) {
    if (mentions(thrown, "No space left on device")) {
      return BuildFailure.infrastructure(
          StepName.CHECKOUT, FailureReason.DISK_FULL, "the agent's disk is full");
    }
    return BuildFailure.infrastructure(
        StepName.CHECKOUT,
        FailureReason.GIT_UNREACHABLE,
        words(ref) + " could not be fetched from " + remote.address() + ": " + thrown.getMessage());
  }

  private static Optional<BuildFailure> input(FailureReason reason, String detail) {
    return Optional.of(BuildFailure.input(StepName.CHECKOUT, reason, detail));
  }

  private static String words(String ref) {
    return ref.replaceFirst("^refs/heads/", "branch ").replaceFirst("^refs/tags/", "tag ");
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    return type.isInstance(thrown) || (thrown.getCause() != null && has(thrown.getCause(), type));
  }

  private static boolean mentions(Throwable thrown, String words) {
    return String.valueOf(thrown.getMessage()).contains(words)
        || (thrown.getCause() != null && mentions(thrown.getCause(), words));
  }
}

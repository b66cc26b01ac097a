package org.laassoa.builder.git;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/**
 * A repository on a git server.
 *
 * @param uri its address, without credentials
 * @param login the login for the server of the main repository
 * @param lastStatus the HTTP status of the last answer, 0 before the first
 * @param cancellation ends a transfer
 * @param silence without a byte for so long, a connection counts as dead
 */
record Remote(
    URIish uri,
    ServerLogin login,
    AtomicInteger lastStatus,
    Cancellation cancellation,
    Duration silence) {

  /** The address, fit to be shown. */
  String address() {
    return uri.toString();
  }

  /** Another repository that is fetched along with this one. */
  Remote at(URIish other) {
    return new Remote(other, login, lastStatus, cancellation, silence);
  }

  /** Fetches refs, and no more tags than they name. */
  FetchResult fetch(Repository repository, List<RefSpec> refs) throws IOException {
    try (Transport transport = Transport.open(repository, uri)) {
      transport.setCredentialsProvider(login);
      transport.setTagOpt(TagOpt.NO_TAGS);
      // JGit would walk each tree of each commit. The checkout reads what the build needs, and a
      // history with a gap makes a later fetch fail, upon which the clone is made anew.
      transport.setCheckFetchedObjects(false);
      if (transport instanceof TransportHttp http) {
        http.setHttpConnectionFactory(LoginBoundConnection.factory(login, lastStatus, silence));
        login.offer(http);
      }
      return transport.fetch(cancellation, refs);
    }
  }
}

package org.laassoa.builder.git;

import java.io.IOException;
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
 */
record Remote(URIish uri, ServerLogin login, AtomicInteger lastStatus, Cancellation cancellation) {

  /** Without a byte for so long, a connection counts as dead. */
  private static final int TIMEOUT_SECONDS = 60;

  /** The address, fit to be shown. */
  String address() {
    return uri.toString();
  }

  /** Fetches refs, and no more tags than they name. */
  FetchResult fetch(Repository repository, List<RefSpec> refs) throws IOException {
    try (Transport transport = Transport.open(repository, uri)) {
      transport.setCredentialsProvider(login);
      transport.setTimeout(TIMEOUT_SECONDS);
      transport.setTagOpt(TagOpt.NO_TAGS);
      if (transport instanceof TransportHttp http) {
        http.setHttpConnectionFactory(LoginBoundConnection.factory(login, lastStatus));
      }
      return transport.fetch(cancellation, refs);
    }
  }
}

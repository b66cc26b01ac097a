package org.laassoa.builder.git;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** A login that is given to one server only: same scheme, host and port. */
final class ServerLogin extends CredentialsProvider {

  private final String origin;
  private final @Nullable String username;
  private final @Nullable String password;
  private final Set<String> asked;

  /**
   * A login.
   *
   * @param server an address on the server that it is for
   * @param username null for none
   * @param password null for none
   * @param asked the addresses that have asked for it, in this process; kept up here
   */
  ServerLogin(
      URIish server, @Nullable String username, @Nullable String password, Set<String> asked) {
    this.asked = asked;
    this.origin = origin(server.getScheme(), server.getHost(), server.getPort());
    this.username = username;
    this.password = password;
  }

  /** Scheme, host and port, the usual ports filled in. */
  static String origin(@Nullable String scheme, @Nullable String host, int port) {
    String known = String.valueOf(scheme).toLowerCase(Locale.ROOT);
    int usual = known.equals("https") ? 443 : known.equals("http") ? 80 : -1;
    return known
        + "://"
        + String.valueOf(host).toLowerCase(Locale.ROOT)
        + ":"
        + (port > 0 ? port : usual);
  }

  /** Whether the login is for that origin. */
  boolean isFor(String otherOrigin) {
    return origin.equals(otherOrigin);
  }

  /**
   * Saves the request that would only be answered by 401, where it was the last time. Who never
   * asked is not given it unasked: a public repository must not refuse it.
   */
  void offer(TransportHttp transport) {
    if (username != null && password != null && asked.contains(transport.getURI().toString())) {
      transport.setPreemptiveBasicAuthentication(username, password);
    }
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!(item instanceof CredentialItem.Username || item instanceof CredentialItem.Password)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean get(URIish address, CredentialItem... items) {
    if ((username == null && password == null)
        || !supports(items)
        || !isFor(origin(address.getScheme(), address.getHost(), address.getPort()))) {
      return false;
    }
    asked.add(address.toString());
    for (CredentialItem item : items) {
      if (item instanceof CredentialItem.Username name) {
        name.setValue(username == null ? "" : username);
      } else if (item instanceof CredentialItem.Password word) {
        word.setValue(password == null ? new char[0] : password.toCharArray());
      }
    }
    return true;
  }
}

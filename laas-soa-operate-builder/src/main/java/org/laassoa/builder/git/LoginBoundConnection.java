package org.laassoa.builder.git;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/** A connection that carries no login to a server it was redirected to, and notes the status. */
final class LoginBoundConnection extends JDKHttpConnection {

  private final boolean loginAllowed;
  private final AtomicInteger lastStatus;

  private LoginBoundConnection(URL url, Proxy proxy, ServerLogin login, AtomicInteger lastStatus)
      throws IOException {
    super(url, proxy);
    this.loginAllowed =
        login.isFor(ServerLogin.origin(url.getProtocol(), url.getHost(), url.getPort()));
    this.lastStatus = lastStatus;
  }

  /** Makes such connections; {@code lastStatus} receives the HTTP status of each answer. */
  static HttpConnectionFactory factory(ServerLogin login, AtomicInteger lastStatus) {
    return new HttpConnectionFactory() {
      @Override
      public HttpConnection create(URL url) throws IOException {
        return create(url, Proxy.NO_PROXY);
      }

      @Override
      public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return new LoginBoundConnection(url, proxy, login, lastStatus);
      }
    };
  }

  @Override
  public void setRequestProperty(String key, String value) {
    if (loginAllowed || !key.equalsIgnoreCase("Authorization")) {
      super.setRequestProperty(key, value);
    }
  }

  @Override
  public int getResponseCode() throws IOException {
    int status = super.getResponseCode();
    lastStatus.set(status);
    return status;
  }
}

package org.laassoa.builder.git;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Proxy;
import java.net.URL;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/** A connection that carries no login to a server it was redirected to, and notes the status. */
final class LoginBoundConnection extends JDKHttpConnection {

  private final boolean loginAllowed;
  private final AtomicInteger lastStatus;
  private final int silence;

  private LoginBoundConnection(
      URL url, Proxy proxy, ServerLogin login, AtomicInteger lastStatus, Duration silence)
      throws IOException {
    super(url, proxy);
    this.loginAllowed =
        login.isFor(ServerLogin.origin(url.getProtocol(), url.getHost(), url.getPort()));
    this.lastStatus = lastStatus;
    this.silence = (int) silence.toMillis();
    // What a former answer said is not why this request fails.
    lastStatus.set(0);
  }

  /**
   * Makes such connections.
   *
   * @param lastStatus receives the HTTP status of each answer
   * @param silence how long to wait for the connection and for each read
   */
  static HttpConnectionFactory factory(
      ServerLogin login, AtomicInteger lastStatus, Duration silence) {
    return new HttpConnectionFactory() {
      @Override
      public HttpConnection create(URL url) throws IOException {
        return create(url, Proxy.NO_PROXY);
      }

      @Override
      public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return new LoginBoundConnection(url, proxy, login, lastStatus, silence);
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
  public void connect() throws IOException {
    limitSilence();
    super.connect();
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    limitSilence();
    return super.getOutputStream();
  }

  /**
   * The transport's own timeout, 0 here, has been set by now. It is not used since with it a timer
   * thread wakes up at each read.
   */
  private void limitSilence() {
    setConnectTimeout(silence);
    setReadTimeout(silence);
  }

  @Override
  public int getResponseCode() throws IOException {
    limitSilence();
    int status = super.getResponseCode();
    lastStatus.set(status);
    return status;
  }
}

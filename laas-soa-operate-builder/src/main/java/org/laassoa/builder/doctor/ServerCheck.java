package org.laassoa.builder.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Whether the server answers, and knows this agent. */
public final class ServerCheck implements Check {

  private final URI server;
  private final @Nullable String token;
  private final boolean mayJoin;

  /**
   * A check of that server.
   *
   * @param token the agent's, or null when it has not joined
   * @param mayJoin whether there is a join token
   */
  public ServerCheck(URI server, @Nullable String token, boolean mayJoin) {
    this.server = server;
    this.token = token;
    this.mayJoin = mayJoin;
  }

  @Override
  public String name() {
    return "server";
  }

  @Override
  public List<Finding> findings() {
    try {
      ServerAnswer answer = ServerAnswer.of(server, token);
      if (answer.status() >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
        return List.of(
            Finding.fail(
                server + " answers with HTTP " + answer.status(),
                "look at the server's log, and at a proxy in between"));
      }
      if (answer.status() == HttpURLConnection.HTTP_NOT_FOUND && token == null) {
        return List.of(
            Finding.fail(
                server + " answers, but is no laas-soa server",
                "is the address right, and the path?"));
      }
      return List.of(Finding.ok(server + " answers"), identity(answer.status()));
    } catch (IOException e) {
      return List.of(unreachable(e));
    }
  }

  private Finding identity(int status) {
    if (token == null) {
      return mayJoin
          ? Finding.ok("this agent has not joined yet; it has a join token for that")
          : Finding.fail(
              "this agent has not joined", "make a join token and give it with LAAS_JOIN");
    }
    return status == HttpURLConnection.HTTP_UNAUTHORIZED
        ? Finding.fail(
            "the server does not know this agent any more",
            "remove .laas/identity.json from its root and start it with a new join token")
        : Finding.ok("the server knows this agent");
  }

  private Finding unreachable(IOException e) {
    return switch (e) {
      case SSLException tls ->
          Finding.fail(
              server + " is not trusted: " + tls.getMessage(),
              "add the certificate of its authority to this machine's trust store");
      case UnknownHostException host ->
          Finding.fail(server.getHost() + " is not a known name", "look at --server and the DNS");
      case ConnectException refused ->
          Finding.fail(
              server + " refuses the connection", "is the server up, and the port open from here?");
      case SocketTimeoutException late ->
          Finding.fail(server + " does not answer", "is a firewall in between?");
      default ->
          Finding.fail(server + " cannot be reached: " + e, "look at the network in between");
    };
  }
}

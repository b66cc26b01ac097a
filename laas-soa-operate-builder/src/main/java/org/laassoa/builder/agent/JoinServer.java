package org.laassoa.builder.agent;

import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.laassoa.builder.server.BackOff;
import org.laassoa.builder.server.ServerConnection;
import org.laassoa.builder.server.ServerFailure;
import org.laassoa.builder.server.ServerFailure.RequestRefused;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;
import org.laassoa.builder.server.ServerFailure.TokenRefused;
import org.laassoa.wire.JoinAnswer;
import org.laassoa.wire.JoinRequest;

/** Finds out who this agent is: it was told before, or trades its join token for an identity. */
final class JoinServer {

  private static final Logger LOG = Logger.getLogger(JoinServer.class);

  private final Settings settings;
  private final String version;
  private final PrivateJsonFile<Identity> file;

  JoinServer(Settings settings, String version, PrivateJsonFile<Identity> file) {
    this.settings = settings;
    this.version = version;
    this.file = file;
  }

  /**
   * The identity for the server of the settings.
   *
   * @param server where to join; called only when there is no identity yet
   * @throws StartFailure without a join token, or when it is refused
   */
  Identity run(ServerConnection server) throws StartFailure, InterruptedException {
    try {
      String address = settings.server().toString();
      Optional<Identity> known = file.read().filter(identity -> identity.server().equals(address));
      if (known.isPresent()) {
        return known.get();
      }
      JoinAnswer answer = join(server);
      Identity identity = new Identity(address, answer.agentId(), answer.token());
      file.write(identity);
      LOG.infof("Joined %s as %s", address, settings.name());
      return identity;
    } catch (IOException e) {
      throw new StartFailure(
          StartFailure.ENVIRONMENT, "the identity in " + file.file() + " is not usable: " + e, e);
    }
  }

  /** Waits for a server that is not up yet: the two are often started together. */
  private JoinAnswer join(ServerConnection server) throws StartFailure, InterruptedException {
    if (settings.joinToken() == null) {
      throw new StartFailure(
          StartFailure.USAGE,
          "this agent has not joined "
              + settings.server()
              + " yet: give a join token with --join TOKEN, or set LAAS_JOIN");
    }
    JoinRequest request =
        new JoinRequest(settings.joinToken(), settings.name(), settings.actions(), version);
    BackOff backOff = new BackOff();
    boolean said = false;
    while (true) {
      try {
        return server.join(request);
      } catch (ServerFailure failure) {
        switch (failure) {
          case ServerUnreachable away -> {
            if (!said) {
              LOG.warnf("%s does not answer yet: %s", settings.server(), away.getMessage());
              said = true;
            }
            Thread.sleep(backOff.next());
          }
          case TokenRefused refused -> throw refused(refused);
          case RequestRefused refused -> throw refused(refused);
        }
      }
    }
  }

  private static StartFailure refused(ServerFailure refused) {
    return new StartFailure(
        StartFailure.REFUSED, "the server refuses to let this agent join: " + refused.getMessage());
  }
}

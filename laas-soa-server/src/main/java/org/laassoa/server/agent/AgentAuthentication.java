package org.laassoa.server.agent;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows agents by {@code Authorization: Bearer <agent token>}. */
@ApplicationScoped
class AgentAuthentication implements HttpAuthenticationMechanism {

  /** The role of every agent. */
  static final String ROLE = "agent";

  private static final String SCHEME = "bearer ";

  private final Agents agents;

  AgentAuthentication(Agents agents) {
    this.agents = agents;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    String header = context.request().getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Uni.createFrom().nullItem();
    }
    String token = header.substring(SCHEME.length()).strip();
    AgentSession known = agents.known(token);
    if (known != null) {
      return Uni.createFrom().item(identity(known));
    }
    return Uni.createFrom()
        .item(() -> identify(token))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private SecurityIdentity identify(String token) {
    return agents
        .authenticate(token)
        .map(AgentAuthentication::identity)
        .orElseThrow(() -> new AuthenticationFailedException("the agent token is not known"));
  }

  private static SecurityIdentity identity(AgentSession session) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(session.agent())
        .addRole(ROLE)
        .addAttribute(AgentSession.class.getName(), session)
        .build();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }
}

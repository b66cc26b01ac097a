package org.laassoa.server.agentwire;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.Agents;

/** Lets only agents have a doorbell: others get 401 in answer to the handshake. */
@ApplicationScoped
class AgentChannelCheck implements HttpUpgradeCheck {

  private static final String SCHEME = "bearer ";
  private static final int UNAUTHORIZED = 401;

  private final Agents agents;

  AgentChannelCheck(Agents agents) {
    this.agents = agents;
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    String token = token(context.httpRequest().getHeader("Authorization")).orElse(null);
    if (token == null) {
      return CheckResult.rejectUpgrade(UNAUTHORIZED);
    }
    return Uni.createFrom()
        .item(() -> agents.authenticate(token).isPresent())
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(
            known -> known ? CheckResult.permitUpgrade() : CheckResult.rejectUpgrade(UNAUTHORIZED));
  }

  /** The token in an {@code Authorization} header. */
  static Optional<String> token(@Nullable String header) {
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }
}

package org.laassoa.server.signin;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.browser.Origins;
import org.laassoa.server.people.ApiTokens;
import org.laassoa.server.people.Caller;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/**
 * Knows users by name and password, by a personal API token, or by a browser's cookie. What needs
 * no query and no hashing is answered at once, the rest by a thread that may wait.
 */
@ApplicationScoped
class PeopleAuthentication implements HttpAuthenticationMechanism {

  private static final String BEARER = "bearer ";

  private final SignIn signIn;
  private final CallerRoles roles;
  private final Origins origins;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  PeopleAuthentication(SignIn signIn, CallerRoles roles, Origins origins) {
    this.signIn = signIn;
    this.roles = roles;
    this.origins = origins;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    HttpServerRequest request = context.request();
    String header = request.getHeader("Authorization");
    if (header == null) {
      return byCookie(context);
    }
    BasicCredentials basic = BasicCredentials.of(header);
    if (basic != null) {
      return byPassword(context, basic);
    }
    if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && request.path().startsWith("/api/")) {
      String token = header.substring(BEARER.length()).strip();
      if (token.startsWith(ApiTokens.PREFIX)) {
        return byToken(context, token);
      }
    }
    return Uni.createFrom().nullItem();
  }

  private Uni<SecurityIdentity> byPassword(RoutingContext context, BasicCredentials basic) {
    String address = address(context);
    return identity(
        context,
        () -> signIn.knownPassword(basic.name(), basic.password(), address),
        () -> signIn.withPassword(basic.name(), basic.password(), address));
  }

  private Uni<SecurityIdentity> byToken(RoutingContext context, String token) {
    return identity(
        context, () -> signIn.knownToken(token), () -> signIn.withToken(token, address(context)));
  }

  private Uni<SecurityIdentity> byCookie(RoutingContext context) {
    String cookie = SessionCookie.of(context.request());
    if (cookie == null) {
      return Uni.createFrom().nullItem();
    }
    Optional<ProblemException> forged = forged(context.request(), cookie);
    if (forged.isPresent()) {
      return Uni.createFrom().failure(forged.get());
    }
    return identity(
        context, () -> signIn.knownSession(cookie), () -> signIn.withSession(cookie).orElse(null));
  }

  /** A browser adds the cookie to whatever any page has it send, so that must be told apart. */
  private Optional<ProblemException> forged(HttpServerRequest request, String cookie) {
    switch (request.method().name()) {
      case "GET", "HEAD", "OPTIONS":
        return Optional.empty();
      default:
        break;
    }
    if (!origins.isOwnPage(request)) {
      return Optional.of(
          new ProblemException(
              ProblemType.CROSS_SITE_REQUEST,
              "With a cookie, Sec-Fetch-Site or Origin must say that a page of this server asks."));
    }
    String token = request.getHeader("X-CSRF-Token");
    return token != null && isSame(token, SessionCookie.csrfToken(cookie))
        ? Optional.empty()
        : Optional.of(
            new ProblemException(
                ProblemType.CROSS_SITE_REQUEST,
                "With a cookie, X-CSRF-Token must hold what GET /api/session gives."));
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private Uni<SecurityIdentity> identity(
      RoutingContext context,
      Supplier<@Nullable Caller> known,
      Supplier<@Nullable Caller> lookedUp) {
    Caller atOnce;
    try {
      atOnce = known.get();
    } catch (ThrottledException e) {
      return Uni.createFrom().failure(e);
    }
    if (atOnce != null && !roles.needQuery(atOnce, context)) {
      return Uni.createFrom().item(roles.identity(atOnce, context));
    }
    return later(
        () -> {
          Caller caller = atOnce == null ? lookedUp.get() : atOnce;
          return caller == null ? null : roles.identity(caller, context);
        });
  }

  /** Waits on a thread of its own; what follows is done where the request belongs. */
  private Uni<SecurityIdentity> later(Supplier<@Nullable SecurityIdentity> work) {
    return Uni.createFrom()
        .emitter(
            answer -> {
              Context own = Vertx.currentContext();
              Consumer<Runnable> there =
                  own == null ? Runnable::run : then -> own.runOnContext(now -> then.run());
              threads.execute(
                  () -> {
                    try {
                      SecurityIdentity identity = work.get();
                      there.accept(() -> answer.complete(identity));
                    } catch (RuntimeException | Error e) {
                      there.accept(() -> answer.fail(e));
                    }
                  });
            });
  }

  private static String address(RoutingContext context) {
    return context.request().remoteAddress().hostAddress();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  /** Before the agents': of the two kinds of bearer tokens, this one is told by its beginning. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1;
  }
}

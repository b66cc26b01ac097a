package org.laassoa.server.signin;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Signs users in by name and password. */
@ApplicationScoped
class PasswordSignIn implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

  private final Users users;
  private final VerifiedPasswords verified;

  PasswordSignIn(Users users) {
    this.users = users;
    this.verified = new VerifiedPasswords(Clock.systemUTC());
  }

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
    String password = new String(request.getPassword().getPassword());
    return context.runBlocking(() -> signIn(request.getUsername(), password));
  }

  private SecurityIdentity signIn(String name, String password) {
    Users.User user =
        users
            .find(name)
            .filter(found -> isRight(found, password))
            .orElseThrow(() -> new AuthenticationFailedException("wrong name or password"));
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(user.name()))
        .addRole(user.role())
        .build();
  }

  private boolean isRight(Users.User user, String password) {
    return verified.isRight(
        user.name(),
        password,
        user.passwordHash(),
        () -> PasswordHash.matches(password, user.passwordHash()));
  }
}

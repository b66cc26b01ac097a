package org.laassoa.server.people;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** The user who makes the current request. */
@RequestScoped
public class CurrentCaller {

  private final SecurityIdentity identity;

  CurrentCaller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * The user and what they showed.
   *
   * @throws ProblemException when it is no user
   */
  public Caller get() {
    Caller caller = identity.getAttribute(Caller.class.getName());
    if (caller == null) {
      throw new ProblemException(ProblemType.FORBIDDEN, "only users call this");
    }
    return caller;
  }

  /**
   * As above, for what a token must not do.
   *
   * @throws ProblemException when it was a token
   */
  public Caller inPerson() {
    refuseTokens();
    return get();
  }

  /**
   * Goes on unless a token was shown: whoever finds one could otherwise keep what it gives after it
   * has been revoked.
   *
   * @throws ProblemException when it was a token
   */
  public void refuseTokens() {
    Caller caller = identity.getAttribute(Caller.class.getName());
    if (caller != null && caller.credential() instanceof Credential.Token) {
      throw new ProblemException(
          ProblemType.FORBIDDEN, "this needs a password or a session, a token may not do it");
    }
  }
}

package org.laassoa.server.signin;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.people.Account;
import org.laassoa.server.people.Accounts;
import org.laassoa.server.people.ApiTokens;
import org.laassoa.server.people.Caller;
import org.laassoa.server.people.Credential;
import org.laassoa.server.people.PasswordHash;
import org.laassoa.server.people.Sessions;
import org.laassoa.server.people.SignedIn;
import org.laassoa.server.signin.SignInNotes.Note;

/**
 * Finds out who somebody is by what they show. What was found a moment ago is known without a query
 * ({@code known...}: null means that it has to be looked up).
 */
@ApplicationScoped
class SignIn {

  /** Stands in for all that cannot be a name, so that what is counted stays short. */
  private static final String NO_NAME = "";

  private static final String PASSWORD = "password";
  private static final String TOKEN = "token";
  private static final int GOOD = 200;
  private static final int WRONG = 401;
  private static final int THROTTLED = 429;

  private final Accounts accounts;
  private final ApiTokens tokens;
  private final Sessions sessions;
  private final SignInNotes notes;
  private final SignInThrottle throttle;
  private final VerifiedPasswords verified;
  private final PasswordChecks checks = new PasswordChecks();

  /** What passwords of unknown names are checked against: that takes as long as with others. */
  private final String nobodysHash = PasswordHash.ofNothing();

  SignIn(Accounts accounts, ApiTokens tokens, Sessions sessions, SignInNotes notes, Clock clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.sessions = sessions;
    this.notes = notes;
    this.throttle = new SignInThrottle(clock);
    this.verified = new VerifiedPasswords(clock);
  }

  /** The user, when the password was right less than a minute ago. */
  @Nullable Caller knownPassword(String name, String password, String address) {
    Account account = accounts.known(name);
    return account != null
            && !account.disabled()
            && throttle.allowsName(name, address)
            && verified.isRemembered(name, password, account.passwordHash())
        ? new Caller(account, new Credential.Password())
        : null;
  }

  /**
   * The user of that name and password.
   *
   * @param address where the request is from
   * @throws AuthenticationFailedException when one of the two is wrong, or the user is disabled
   * @throws ThrottledException when too much from there was wrong
   */
  Caller withPassword(String name, String password, String address) {
    String counted = countedAs(name);
    Optional<Account> found = counted.equals(NO_NAME) ? Optional.empty() : accounts.find(name);
    String known = found.map(Account::name).orElse("");
    try {
      throttle.requireName(counted, address);
      String stored = found.map(Account::passwordHash).orElse(nobodysHash);
      boolean right =
          verified.isRight(
              counted, password, stored, () -> check(counted, password, stored, address));
      Caller caller =
          found
              .filter(account -> right && !account.disabled())
              .map(account -> new Caller(account, new Credential.Password()))
              .orElseThrow(() -> new AuthenticationFailedException("wrong name or password"));
      notes.note(new Note(known, address, PASSWORD, GOOD));
      return caller;
    } catch (AuthenticationFailedException e) {
      notes.note(new Note(known, address, PASSWORD, WRONG));
      throw e;
    } catch (ThrottledException e) {
      notes.note(new Note(known, address, PASSWORD, THROTTLED));
      throw e;
    }
  }

  private boolean check(String name, String password, String stored, String address) {
    // Counted before it is checked, so that what comes meanwhile sees it. What was remembered as
    // right got through, so a try that is refused here was a guess as well.
    throttle.failedName(name, address);
    throttle.requireAddress(address);
    throttle.failedAddress(address);
    boolean right = checks.matches(password, stored);
    if (right) {
      throttle.succeeded(name, address);
    }
    return right;
  }

  private static String countedAs(String name) {
    return EntryName.Rule.allows(name) ? name : NO_NAME;
  }

  @Nullable Caller knownToken(String token) {
    SignedIn found = tokens.known(token);
    return found == null ? null : known(found);
  }

  /**
   * The user of that token.
   *
   * @throws AuthenticationFailedException when it is not known, has expired, or its user is
   *     disabled
   * @throws ThrottledException the same, when too much from there was wrong
   */
  Caller withToken(String token, String address) {
    return tokens
        .find(token)
        .flatMap(this::caller)
        .orElseThrow(
            () -> {
              notes.note(new Note("", address, TOKEN, WRONG));
              throttle.requireAddress(address);
              throttle.failedAddress(address);
              return new AuthenticationFailedException("the token is not good");
            });
  }

  @Nullable Caller knownSession(String cookie) {
    SignedIn found = sessions.known(cookie);
    return found == null ? null : known(found);
  }

  /** The user whose session it is, if it has not ended. */
  Optional<Caller> withSession(String cookie) {
    return sessions.find(cookie).flatMap(this::caller);
  }

  private @Nullable Caller known(SignedIn signedIn) {
    Account account = accounts.known(signedIn.user());
    return account != null && isOf(signedIn, account)
        ? new Caller(account, signedIn.credential())
        : null;
  }

  private Optional<Caller> caller(SignedIn signedIn) {
    return accounts
        .find(signedIn.user())
        .filter(account -> isOf(signedIn, account))
        .map(account -> new Caller(account, signedIn.credential()));
  }

  private static boolean isOf(SignedIn signedIn, Account account) {
    return account.id() == signedIn.userId() && !account.disabled();
  }

  void stop(@Observes ShutdownEvent event) {
    checks.close();
  }
}

package org.laassoa.server.people;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.laassoa.server.LaasConfig;

/**
 * At the first start, makes the user {@code admin}. Its password is the configured one, or a fresh
 * one that is printed on the standard output, once: never to the log, which others may keep.
 */
@ApplicationScoped
class FirstAdministrator {

  private static final String NAME = "admin";
  private static final int PASSWORD_BYTES = 15;

  private final UserStore users;
  private final Optional<String> configured;

  FirstAdministrator(UserStore users, LaasConfig config) {
    this.users = users;
    this.configured = config.adminPassword();
  }

  void onStart(@Observes StartupEvent event) {
    if (!users.none()) {
      return;
    }
    String password = configured.orElseGet(FirstAdministrator::freshPassword);
    boolean added =
        users.add(NAME, new UserState("", Role.ADMIN, false), PasswordHash.of(password));
    if (added && configured.isEmpty()) {
      System.out.println("First start: sign in as " + NAME + " with the password " + password);
    }
  }

  private static String freshPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}

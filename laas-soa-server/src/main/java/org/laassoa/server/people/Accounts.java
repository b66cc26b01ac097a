package org.laassoa.server.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The users as requests need to know them. */
@ApplicationScoped
public class Accounts {

  private final Remembered<String, Account> byName;

  Accounts(UserStore store) {
    this.byName = new Remembered<>(store::account, System::nanoTime);
  }

  /** The user of that name, at most a second old. */
  public Optional<Account> find(String name) {
    return byName.get(name);
  }

  /** As above, if that needs no query; else null. */
  public @Nullable Account known(String name) {
    return byName.known(name);
  }

  void forget(@Observes PeopleChanged event) {
    byName.forget();
  }
}

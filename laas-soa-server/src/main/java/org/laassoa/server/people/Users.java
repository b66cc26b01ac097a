package org.laassoa.server.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/**
 * What administrators do with users. One who gets another password, is disabled or deleted is
 * signed out everywhere. Somebody who can configure everything is always left.
 */
@ApplicationScoped
public class Users {

  private final UserStore store;
  private final Transactions transactions;
  private final Event<PeopleChanged> changed;

  Users(UserStore store, Transactions transactions, Event<PeopleChanged> changed) {
    this.store = store;
    this.transactions = transactions;
    this.changed = changed;
  }

  /**
   * A user who was put.
   *
   * @param user as they are now
   * @param created whether they were not there before
   */
  record Put(UserView user, boolean created) {}

  /** A page of the users whose name or display name contains the query's text, by name. */
  public PageView<UserView> list(PageQuery query, @Nullable Role role, @Nullable Boolean disabled) {
    return store.list(query, role, disabled);
  }

  /**
   * The user of that name.
   *
   * @throws ProblemException when there is none
   */
  public UserView get(String name) {
    return found(EntryName.Rule.allows(name) ? store.find(name) : Optional.empty());
  }

  /**
   * Adds a user.
   *
   * @throws ProblemException when the name is taken or something is not valid
   */
  UserView create(UserRequest request) {
    String name = request.name();
    if (name == null) {
      throw ProblemException.invalidField("name", "is missing");
    }
    String hash = Objects.requireNonNull(hash(name, request.password(), true));
    return change(
        connection -> {
          if (!UserStore.add(connection, name, request.state(), hash)) {
            throw new ProblemException(
                ProblemType.NAME_TAKEN,
                Message.of("There is a %s named %s already.", Message.of("user"), name));
          }
          return found(UserStore.find(connection, name));
        });
  }

  /** Adds or replaces a user. */
  Put put(String name, UserRequest request) {
    FieldErrors errors = new FieldErrors();
    errors.require(EntryName.Rule.allows(name), "name", EntryName.Rule.MESSAGE);
    errors.require(
        request.name() == null || name.equals(request.name()),
        "name",
        "differs from the name in the address: users are not renamed");
    errors.throwIfAny();
    // Hashed before the transaction begins: it takes a tenth of a second.
    String hash = hash(name, request.password(), store.find(name).isEmpty());
    return change(
        connection -> {
          boolean created = hash != null && UserStore.add(connection, name, request.state(), hash);
          UserView user =
              created
                  ? found(UserStore.find(connection, name))
                  : update(connection, name, request.state(), hash);
          return new Put(user, created);
        });
  }

  /** Changes what the patch names. */
  UserView patch(String name, UserPatch patch) {
    UserView user = get(name);
    String hash = hash(user.name(), patch.password(), false);
    return change(
        connection -> {
          UserView before = found(UserStore.find(connection, name));
          return update(connection, name, patch.applyTo(before.state()), hash);
        });
  }

  /**
   * Gives a user another password.
   *
   * @throws ProblemException when it is not valid, told of {@code field}
   */
  public void changePassword(String name, String password, String field) {
    check(name, password, field);
    String hash = PasswordHash.of(password);
    change(
        connection -> {
          UserView user = found(UserStore.find(connection, name));
          return update(connection, name, user.state(), hash);
        });
  }

  /** Deletes a user with all that is theirs alone; their builds still name them. */
  void delete(String name) {
    change(
        connection -> {
          if (!EntryName.Rule.allows(name) || !UserStore.delete(connection, name)) {
            throw noSuchUser();
          }
          requireAnAdmin(connection);
          return name;
        });
  }

  private <T> T change(Transactions.Work<T> work) {
    T result =
        transactions.run(
            connection -> {
              UserStore.lock(connection);
              return work.on(connection);
            });
    changed.fire(new PeopleChanged());
    return result;
  }

  private static UserView update(
      Connection connection, String name, UserState state, @Nullable String hash)
      throws SQLException {
    found(UserStore.find(connection, name));
    UserStore.change(connection, name, state, hash);
    requireAnAdmin(connection);
    if (hash != null || state.disabled()) {
      SessionStore.deleteAllOf(connection, name);
    }
    return found(UserStore.find(connection, name));
  }

  private static void requireAnAdmin(Connection connection) throws SQLException {
    if (UserStore.enabledAdmins(connection) == 0) {
      throw new ProblemException(
          ProblemType.LAST_ADMIN, "Nobody would be left who can configure everything.");
    }
  }

  private static @Nullable String hash(String name, @Nullable String password, boolean needed) {
    if (password == null) {
      if (needed) {
        throw ProblemException.invalidField("password", "is missing");
      }
      return null;
    }
    check(name, password, "password");
    return PasswordHash.of(password);
  }

  private static void check(String name, String password, String field) {
    FieldErrors errors = new FieldErrors();
    PasswordRule.check(name, password, field, errors);
    errors.throwIfAny();
  }

  private static UserView found(Optional<UserView> user) {
    return user.orElseThrow(Users::noSuchUser);
  }

  static ProblemException noSuchUser() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such user.");
  }
}

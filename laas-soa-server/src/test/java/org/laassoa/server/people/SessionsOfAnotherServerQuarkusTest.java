package org.laassoa.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;
import org.laassoa.server.LaasConfig;

/** A second set of beans on the same database: another server, or this one after a restart. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class SessionsOfAnotherServerQuarkusTest {

  @Inject SessionStore store;
  @Inject UserStore users;
  @Inject MovableClock clock;
  @Inject LaasConfig config;
  @Inject Event<PeopleChanged> changed;

  @AfterEach
  void theTimeOfNow() {
    clock.reset();
  }

  @Test
  void a_session_outlives_the_server_that_began_it() {
    String token = server().begin(account()).orElseThrow();

    assertThat(server().find(token)).map(SignedIn::user).contains("admin");
  }

  @Test
  void what_one_server_has_seen_of_a_session_counts_on_the_others_too() {
    Sessions one = server();
    String token = one.begin(account()).orElseThrow();
    clock.advance(Duration.ofHours(7));
    assertThat(one.find(token)).isPresent();
    one.writeUses();

    clock.advance(Duration.ofHours(7));

    assertThat(server().find(token)).isPresent();
  }

  @Test
  void the_oldest_of_very_many_sessions_make_room() {
    Sessions server = server();
    String first = server.begin(account()).orElseThrow();
    for (int i = 0; i < 50; i++) {
      clock.advance(Duration.ofSeconds(1));
      assertThat(server.begin(account())).isPresent();
    }

    assertThat(server.find(first)).isEmpty();
  }

  @Test
  void what_was_read_is_good_for_a_second() {
    AtomicLong now = new AtomicLong();
    AtomicLong reads = new AtomicLong();
    var remembered =
        new Remembered<String, Long>(key -> Optional.of(reads.incrementAndGet()), now::get);
    remembered.get("a");
    now.addAndGet(Duration.ofMillis(999).toNanos());
    assertThat(remembered.get("a")).contains(1L);

    now.addAndGet(Duration.ofMillis(2).toNanos());

    assertThat(remembered.get("a")).contains(2L);
  }

  private Account account() {
    return users.account("admin").orElseThrow();
  }

  private Sessions server() {
    return new Sessions(store, clock, config, changed);
  }
}

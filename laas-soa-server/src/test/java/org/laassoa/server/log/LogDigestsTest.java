package org.laassoa.server.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.Ownership;

class LogDigestsTest {

  private final LogDigests digests = new LogDigests();
  private final Ownership owner = owner(1);

  @Test
  void a_log_that_was_seen_whole_has_its_digest() {
    add(owner, 0, "hello ", 6);
    add(owner, 6, "world", 11);

    assertThat(digests.of(owner, 11)).contains(sha256("hello world"));
  }

  @Test
  void threads_may_come_in_any_order() {
    add(owner, 0, "a", 1);
    add(owner, 2, "c", 3);
    add(owner, 1, "b", 2);

    assertThat(digests.of(owner, 3)).contains(sha256("abc"));
  }

  @Test
  void what_repeats_counts_once() {
    add(owner, 0, "hello", 5);
    add(owner, 3, "lo, world", 12);

    assertThat(digests.of(owner, 12)).contains(sha256("hello, world"));
  }

  @Test
  void a_log_whose_beginning_another_server_took_is_not_known() {
    add(owner, 6, "world", 11);

    assertThat(digests.of(owner, 11)).isEmpty();
  }

  @Test
  void a_log_of_which_another_server_took_a_part_is_not_known() {
    add(owner, 0, "hello", 5);
    add(owner, 10, "end", 13);

    assertThat(digests.of(owner, 13)).isEmpty();
  }

  @Test
  void logs_that_never_end_do_not_stand_in_the_way_of_new_ones() {
    for (int i = 2; i < 3000; i++) {
      add(owner(i), 0, "lost", 4);
    }

    add(owner, 0, "new", 3);

    assertThat(digests.of(owner, 3)).contains(sha256("new"));
  }

  private void add(Ownership log, long offset, String text, long next) {
    digests.add(log, offset, text.getBytes(UTF_8), next);
  }

  private static Ownership owner(long action) {
    return new Ownership(new ActionId(action), 1, 1);
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(LogDigests.sha256().digest(text.getBytes(UTF_8)));
  }
}

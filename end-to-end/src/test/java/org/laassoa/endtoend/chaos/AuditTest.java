package org.laassoa.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laassoa.endtoend.chaos.Books.Entry;

class AuditTest {

  private static final Entry QUEUED = new Entry("queued", 0, 0);

  @Test
  void an_attempt_after_the_former_one_was_given_back_is_right() {
    List<Entry> history =
        List.of(
            QUEUED,
            new Entry("consumed", 1, 7),
            new Entry("running", 1, 7),
            new Entry("queued", 1, 7),
            new Entry("consumed", 2, 8),
            new Entry("succeeded", 2, 8));

    assertThat(Audit.of(history)).isEmpty();
  }

  @Test
  void a_cancel_in_the_queue_is_right() {
    assertThat(Audit.of(List.of(QUEUED, new Entry("cancelled", 0, 0)))).isEmpty();
  }

  @Test
  void a_new_owner_while_there_is_one_is_wrong() {
    assertWrongAfter(new Entry("consumed", 1, 7), new Entry("consumed", 2, 8));
  }

  @Test
  void another_owner_in_the_same_attempt_is_wrong() {
    assertWrongAfter(new Entry("consumed", 1, 7), new Entry("running", 1, 8));
  }

  @Test
  void an_attempt_left_out_is_wrong() {
    assertWrongAfter(new Entry("consumed", 2, 7));
  }

  @Test
  void the_same_attempt_for_a_second_owner_is_wrong() {
    assertWrongAfter(
        new Entry("consumed", 1, 7), new Entry("queued", 1, 7), new Entry("consumed", 1, 8));
  }

  @Test
  void a_second_final_state_is_wrong() {
    assertWrongAfter(
        new Entry("consumed", 1, 7), new Entry("failed", 1, 7), new Entry("succeeded", 1, 7));
  }

  @Test
  void no_final_state_is_wrong() {
    assertThat(Audit.of(List.of(QUEUED, new Entry("consumed", 1, 7)))).hasSize(1);
  }

  @Test
  void no_history_is_wrong() {
    assertThat(Audit.of(List.of())).hasSize(1);
  }

  private static void assertWrongAfter(Entry... entries) {
    List<Entry> history = new ArrayList<>(List.of(QUEUED));
    history.addAll(List.of(entries));
    if (!history.getLast().ended()) {
      history.add(new Entry("failed", history.getLast().attempt(), history.getLast().agent()));
    }

    assertThat(Audit.of(history)).as(history.toString()).hasSize(1);
  }
}

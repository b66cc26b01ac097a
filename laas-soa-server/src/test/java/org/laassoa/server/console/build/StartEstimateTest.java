package org.laassoa.server.console.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laassoa.server.build.QueueOutlook;
import org.laassoa.server.build.QueueOutlook.Took;
import org.laassoa.server.build.QueueOutlook.UnderWay;
import org.laassoa.server.console.build.StartEstimate.Candidate;
import org.laassoa.server.console.build.StartEstimate.Start;

class StartEstimateTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final List<Candidate> ONE_PLACE = List.of(new Candidate("one", 1));
  private static final List<Took> MINUTES = took("app", 60, 3);

  @Test
  void without_an_agent_that_could_take_it_nothing_is_known() {
    QueueOutlook outlook = new QueueOutlook(List.of(), List.of(), MINUTES);

    assertThat(StartEstimate.of(outlook, List.of(), NOW)).isEqualTo(new Start.NoAgent());
  }

  @Test
  void a_free_place_and_nothing_ahead_means_soon_even_without_a_history() {
    QueueOutlook outlook = new QueueOutlook(List.of(), List.of(), List.of());

    assertThat(StartEstimate.of(outlook, ONE_PLACE, NOW)).isEqualTo(new Start.Soon());
  }

  @Test
  void too_few_builds_are_no_basis() {
    QueueOutlook outlook = new QueueOutlook(List.of(), running("app", 10), took("app", 60, 2));

    assertThat(StartEstimate.of(outlook, ONE_PLACE, NOW)).isEqualTo(new Start.NoHistory());
  }

  @Test
  void it_waits_for_what_is_left_of_the_build_under_way() {
    QueueOutlook outlook = new QueueOutlook(List.of(), running("app", 20), MINUTES);

    assertThat(StartEstimate.of(outlook, ONE_PLACE, NOW)).isEqualTo(in(40, 3));
  }

  @Test
  void a_build_that_takes_longer_than_usual_is_given_a_tenth_of_its_time() {
    QueueOutlook outlook = new QueueOutlook(List.of(), running("app", 200), MINUTES);

    assertThat(StartEstimate.of(outlook, ONE_PLACE, NOW)).isEqualTo(in(20, 3));
  }

  @Test
  void builds_ahead_share_the_places_of_all_agents() {
    List<Candidate> three = List.of(new Candidate("one", 1), new Candidate("two", 2));
    QueueOutlook outlook =
        new QueueOutlook(Collections.nCopies(7, "app"), running("app", 30), MINUTES);

    // Two places are free at once and one in 30 s: of seven, three begin by then, three a minute
    // later, and the seventh takes the first place after it.
    assertThat(StartEstimate.of(outlook, three, NOW)).isEqualTo(in(120, 3));
  }

  @Test
  void projects_count_with_their_own_average_and_new_ones_with_that_of_all() {
    List<Took> both =
        List.of(
            new Took("slow", Duration.ofSeconds(300)),
            new Took("slow", Duration.ofSeconds(300)),
            new Took("slow", Duration.ofSeconds(300)),
            new Took("fast", Duration.ofSeconds(20)),
            new Took("fast", Duration.ofSeconds(20)),
            new Took("fast", Duration.ofSeconds(20)));
    QueueOutlook outlook = new QueueOutlook(List.of("fast", "new"), List.of(), both);

    assertThat(StartEstimate.of(outlook, ONE_PLACE, NOW)).isEqualTo(in(20 + 160, 6));
  }

  @Test
  void what_other_agents_have_does_not_count() {
    List<UnderWay> elsewhere = List.of(new UnderWay("other", "app", NOW));
    QueueOutlook outlook = new QueueOutlook(List.of(), elsewhere, MINUTES);

    assertThat(StartEstimate.of(outlook, ONE_PLACE, NOW)).isEqualTo(new Start.Soon());
  }

  private static Start in(int seconds, int basis) {
    return new Start.About(NOW.plusSeconds(seconds), basis);
  }

  private static List<UnderWay> running(String subject, int secondsAgo) {
    return List.of(new UnderWay("one", subject, NOW.minusSeconds(secondsAgo)));
  }

  private static List<Took> took(String subject, int seconds, int times) {
    return Collections.nCopies(times, new Took(subject, Duration.ofSeconds(seconds)));
  }
}

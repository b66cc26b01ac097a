package org.laassoa.endtoend.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClaimingAgentTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void what_is_handed_out_is_completed_one_by_one() {
    // Given
    ClaimingAgent agent = new ClaimingAgent("token", 2, new Ledger(2, LONG));
    agent.next();

    // When
    answer(agent, handOut(7, 12345678L));
    List<String> said = Stream.of(1, 2).map(i -> completed(agent)).toList();

    // Then
    assertThat(said.get(0)).contains("\"action_id\":\"7\",\"attempt\":3,");
    assertThat(said.get(1)).contains("\"action_id\":\"12345678\",\"attempt\":3,");
    assertThat(agent.next()).isNull();
  }

  @Test
  void a_completion_has_the_length_that_it_says() {
    ClaimingAgent agent = new ClaimingAgent("token", 1, new Ledger(1, LONG));
    agent.next();
    answer(agent, handOut(100_200_300));

    String request = text(agent.next());

    String body = request.substring(request.indexOf("\r\n\r\n") + 4);
    assertThat(request).contains("Content-Length: " + body.length() + "\r\n");
    assertThat(body).startsWith("{").endsWith(" ");
  }

  @Test
  void an_empty_answer_is_followed_by_another_poll() {
    ClaimingAgent agent = new ClaimingAgent("token", 1, new Ledger(1, LONG));
    agent.next();

    answer(agent, "[]");

    assertThat(text(agent.next())).startsWith("POST /consume_action ");
  }

  @Test
  void an_action_that_is_handed_out_twice_ends_the_load() {
    Ledger ledger = new Ledger(2, LONG);
    ClaimingAgent one = new ClaimingAgent("one", 1, ledger);
    ClaimingAgent other = new ClaimingAgent("other", 1, ledger);
    one.next();
    other.next();
    answer(one, handOut(5));

    assertThatThrownBy(() -> answer(other, handOut(5))).hasMessageContaining("5");
  }

  @Test
  void an_answer_that_is_not_known_ends_the_load() {
    ClaimingAgent agent = new ClaimingAgent("token", 1, new Ledger(1, LONG));
    agent.next();

    assertThatThrownBy(() -> answer(agent, "[{\"attempt\":1,\"action_id\":\"5\"}]"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_is_not_done_in_time_is_an_error() {
    Ledger late = new Ledger(1, Duration.ZERO);

    assertThat(new ClaimingAgent("token", 1, late).next()).isNull();
    assertThatThrownBy(late::requireDone).hasMessageContaining("1 actions");
    assertThatCode(() -> new Ledger(0, LONG).requireDone()).doesNotThrowAnyException();
  }

  private static String completed(ClaimingAgent agent) {
    String request = text(agent.next());
    answer(agent, "{\"state\":\"succeeded\"}");
    return request;
  }

  private static void answer(ClaimingAgent agent, String body) {
    agent.answered(200, ByteBuffer.wrap(body.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String text(ByteBuffer request) {
    return StandardCharsets.US_ASCII.decode(request).toString();
  }

  private static String handOut(long... ids) {
    return Arrays.stream(ids)
        .mapToObj(
            id ->
                String.format(
                    Locale.ROOT,
                    """
                    {"action":"build","action_id":"%d","attempt":3,"lease_seconds":30,\
                    "action_data":{"action":"build","action_id":"%d","action_data_id":"1"}}""",
                    id,
                    id))
        .collect(Collectors.joining(",", "[", "]"));
  }
}

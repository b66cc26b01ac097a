package org.laassoa.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the wire still: one golden file for each message, read and written again. */
class GoldenJsonTest {

  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  static Stream<Class<?>> messages() {
    return Stream.of(
        ConsumeRequest.class,
        ActionOrder.class,
        FetchRequest.class,
        FetchAnswer.class,
        LogRequest.class,
        LogAnswer.class,
        CompleteRequest.class,
        JoinRequest.class,
        JoinAnswer.class,
        Problem.class);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_message_is_read_and_written_as_its_golden_file_has_it(Class<?> message)
      throws IOException {
    JsonNode golden = golden(message.getSimpleName());

    JsonNode written = written(json.treeToValue(golden, message));

    assertThat(written).isEqualTo(golden);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_field_that_this_version_does_not_know_is_ignored(Class<?> message) throws IOException {
    var golden = golden(message.getSimpleName()).deepCopy();
    ((ObjectNode) golden).put("field_of_a_later_version", 1);

    Object read = json.treeToValue(golden, message);

    assertThat(read).isEqualTo(json.treeToValue(golden(message.getSimpleName()), message));
  }

  @Test
  void every_outcome_is_read_and_written_with_its_result() throws IOException {
    JsonNode golden = golden("Outcomes");

    Outcome[] outcomes = json.treeToValue(golden, Outcome[].class);

    assertThat(Arrays.stream(outcomes).<Class<?>>map(Outcome::getClass))
        .containsExactlyInAnyOrder(Outcome.class.getPermittedSubclasses());
    assertThat(written(outcomes)).isEqualTo(golden);
  }

  @Test
  void every_type_of_action_has_its_data() throws IOException {
    JsonNode golden = golden("ActionData");

    ActionData[] data = json.treeToValue(golden, ActionData[].class);

    assertThat(Arrays.stream(data).map(ActionData::action))
        .containsExactlyElementsOf(ActionType.wireNames());
    assertThat(Arrays.stream(data).<Class<?>>map(ActionData::getClass).distinct())
        .containsExactlyInAnyOrder(ActionData.class.getPermittedSubclasses());
    assertThat(written(data)).isEqualTo(golden);
  }

  @Test
  void data_of_a_type_that_this_version_does_not_know_is_left_out() throws IOException {
    ActionOrder order =
        json.readValue(
            """
            {"action": "bake", "action_id": "1", "attempt": 1, "lease_seconds": 30,
             "action_data": {"action": "bake", "action_id": "1", "temperature": 220}}
            """,
            ActionOrder.class);

    assertThat(order).isEqualTo(new ActionOrder("bake", "1", 1, 30, null));
  }

  @Test
  void an_empty_poll_has_no_fields() throws IOException {
    ConsumeRequest poll = json.readValue("{}", ConsumeRequest.class);

    assertThat(poll)
        .isEqualTo(
            new ConsumeRequest(null, null, null, null, null, null, null, null, null, null, null));
  }

  @Test
  void no_record_with_a_secret_shows_it_in_words() {
    assertThat(
            Arrays.asList(
                new Registry("registry:5000", "user", "s3cret").toString(),
                new Source("git", "a/b", "https://git/a/b", "main", "user", "s3cret", false)
                    .toString(),
                new JoinRequest("s3cret", "host", null, null).toString(),
                new JoinAnswer("1", "s3cret").toString()))
        .noneMatch(words -> words.contains("s3cret"));
  }

  private JsonNode written(Object value) throws IOException {
    return json.readTree(json.writeValueAsBytes(value));
  }

  private JsonNode golden(String name) throws IOException {
    try (InputStream file = GoldenJsonTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      return json.readTree(Objects.requireNonNull(file, name));
    }
  }
}

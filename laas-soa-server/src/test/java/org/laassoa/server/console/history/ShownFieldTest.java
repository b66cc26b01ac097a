package org.laassoa.server.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laassoa.server.configuration.FieldChange;

class ShownFieldTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The words as their interface has them: in English. */
  private static final HistoryWords ENGLISH =
      (HistoryWords)
          Proxy.newProxyInstance(
              HistoryWords.class.getClassLoader(),
              new Class<?>[] {HistoryWords.class},
              (proxy, method, arguments) -> method.getAnnotation(Message.class).value());

  @Test
  void of_a_list_of_named_things_each_one_that_differs_is_shown_by_itself() {
    List<ShownField> shown =
        between(
            """
            {"parameters": [{"name": "VERSION", "default": "1"}, {"name": "SAME", "default": "x"}]}
            """,
            """
            {"parameters": [{"name": "SAME", "default": "x"},
              {"name": "VERSION", "default": "2", "required": true, "choices": []},
              {"name": "TARGET", "choices": ["a", "b"]}]}
            """);

    assertThat(shown)
        .containsExactly(
            new ShownField("parameters.VERSION", "default: 1", "default: 2\nrequired: Yes"),
            new ShownField("parameters.TARGET", "", "choices: a, b"));
  }

  @Test
  void one_that_is_gone_is_shown_with_what_it_was() {
    List<ShownField> shown =
        between(
            """
            {"downstream": [{"project": "site", "ref": "main"}]}
            """,
            """
            {"downstream": []}
            """);

    assertThat(shown).containsExactly(new ShownField("downstream.site", "ref: main", ""));
  }

  @Test
  void a_list_of_words_has_a_line_each() {
    List<ShownField> shown =
        between("{\"labels\": [\"gpu=yes\"]}", "{\"labels\": [\"gpu=yes\", \"arch=arm64\"]}");

    assertThat(shown).containsExactly(new ShownField("labels", "gpu=yes", "gpu=yes\narch=arm64"));
  }

  @Test
  void two_of_one_name_are_shown_as_one_list() {
    List<ShownField> shown =
        between(
            "{\"downstream\": []}",
            """
            {"downstream": [{"project": "a", "ref": "x"}, {"project": "a", "ref": "y"}]}
            """);

    assertThat(shown)
        .containsExactly(
            new ShownField("downstream", "", "project: a, ref: x\nproject: a, ref: y"));
  }

  @Test
  void yes_no_and_nothing_are_words() {
    List<ShownField> shown =
        between("{\"tls\": true, \"port\": null}", "{\"tls\": false, \"port\": 8443}");

    assertThat(shown)
        .containsExactly(new ShownField("port", "", "8443"), new ShownField("tls", "Yes", "No"));
  }

  private static List<ShownField> between(String before, String after) {
    try {
      return ShownField.of(
          FieldChange.between(
              JSON.readValue(before, ObjectNode.class), JSON.readValue(after, ObjectNode.class)),
          ENGLISH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

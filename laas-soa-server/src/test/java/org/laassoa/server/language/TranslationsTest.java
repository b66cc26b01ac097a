package org.laassoa.server.language;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.laassoa.server.problem.ProblemType;

/** Whoever reads Chinese is answered in Chinese, whatever goes wrong. */
class TranslationsTest {

  private static final Path SOURCES = Path.of("src/main/java/org/laassoa/server");
  private static final java.util.regex.Pattern PLACE =
      java.util.regex.Pattern.compile("%(?:\\d+\\$)?[sd]");
  private static final java.util.regex.Pattern HAN = java.util.regex.Pattern.compile("\\p{IsHan}");

  /** What the constraints say that the requests have beside our own. */
  private static final Set<String> USUAL =
      Stream.of(NotNull.class, NotEmpty.class, Size.class, Min.class, Max.class, Pattern.class)
          .map(constraint -> constraint.getName() + ".message")
          .map(ResourceBundle.getBundle("org.hibernate.validator.ValidationMessages")::getString)
          .map(words -> words.replaceAll("\\{\\w+}", "%s"))
          .collect(Collectors.toSet());

  private static SourceSentences sources;

  @BeforeAll
  static void read_the_sources() throws IOException {
    sources = SourceSentences.of(SOURCES);
  }

  @Test
  void every_sentence_is_translated() {
    assertThat(sources.said()).hasSizeGreaterThan(100).isSubsetOf(chinese().keySet());
  }

  @Test
  void every_title_of_a_problem_is_translated() {
    assertThat(ProblemType.values()).allMatch(type -> chinese().containsKey(type.title()));
  }

  @Test
  void nothing_is_translated_that_nobody_says() {
    List<String> unsaid =
        chinese().keySet().stream()
            .filter(sentence -> !sources.constants().contains(sentence))
            .filter(sentence -> !USUAL.contains(sentence))
            .toList();

    assertThat(unsaid).isEmpty();
  }

  @Test
  void what_bean_validation_says_is_translated() {
    assertThat(chinese().keySet()).containsAll(USUAL);
  }

  @Test
  void a_translation_has_the_places_of_the_original() {
    chinese()
        .forEach(
            (english, chinese) ->
                assertThat(places(chinese))
                    .as(english)
                    .containsExactlyInAnyOrderElementsOf(places(english)));
  }

  @Test
  void a_translation_is_chinese() {
    assertThat(chinese().values())
        .allMatch(words -> HAN.matcher(words).find() || PLACE.matcher(words).find());
  }

  @Test
  void a_message_among_the_values_is_translated_too() {
    Message message = Message.of("There is a %s named %s already.", Message.of("project"), "50 %s");

    assertThat(message).hasToString("There is a project named 50 %s already.");
    assertThat(message.in(Locale.CHINESE)).isEqualTo("已经有名为 50 %s 的项目。");
  }

  @Test
  void words_that_are_not_known_stay_as_they_are() {
    assertThat(Message.of("100 % of it").in(Locale.CHINESE)).isEqualTo("100 % of it");
  }

  @Test
  void the_best_language_of_a_caller_counts() {
    assertThat(Translations.forCaller(List.of(Locale.ENGLISH, Locale.CHINESE))).isEmpty();
    assertThat(Translations.forCaller(List.of(Locale.SIMPLIFIED_CHINESE))).isPresent();
    assertThat(Translations.forCaller(List.of(Locale.of("*")))).isEmpty();
    assertThat(Translations.forCaller(List.of())).isEmpty();
  }

  private static Map<String, String> chinese() {
    return Translations.chinese().sentences();
  }

  private static List<String> places(String sentence) {
    return PLACE
        .matcher(sentence)
        .results()
        .map(MatchResult::group)
        .map(place -> place.replaceFirst("\\d+\\$", ""))
        .toList();
  }
}

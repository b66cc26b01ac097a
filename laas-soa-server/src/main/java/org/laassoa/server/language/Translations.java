package org.laassoa.server.language;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the server says in another language, by what they say in English: in the manner of GNU
 * gettext, so that the sentence stands where it is said and is found by reading.
 *
 * @param locale the language
 * @param sentences English to it; both with the same places for values
 */
public record Translations(Locale locale, Map<String, String> sentences) {

  private static final Translations CHINESE = read(Locale.CHINESE, "/language/zh.json");

  /** Chinese, as {@code /language/zh.json} has it. */
  public static Translations chinese() {
    return CHINESE;
  }

  /**
   * The ones for a caller; none when English is what fits best.
   *
   * @param acceptable the caller's languages, the best first; {@code *} stands for any
   */
  public static Optional<Translations> forCaller(List<Locale> acceptable) {
    return acceptable.stream()
        .map(Locale::getLanguage)
        .filter(language -> !language.isEmpty())
        .findFirst()
        .filter(CHINESE.locale.getLanguage()::equals)
        .map(language -> CHINESE);
  }

  /** The sentence in this language; the same when it is not known. */
  public String of(String sentence) {
    return sentences.getOrDefault(sentence, sentence);
  }

  private static Translations read(Locale locale, String resource) {
    try (InputStream in =
        Objects.requireNonNull(Translations.class.getResourceAsStream(resource), resource)) {
      return new Translations(
          locale, Map.copyOf(new ObjectMapper().readValue(in, new TypeReference<>() {})));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}

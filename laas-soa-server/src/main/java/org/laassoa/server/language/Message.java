package org.laassoa.server.language;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * Words for people, in English, that can be said in another language: what they say of this
 * occurrence stands apart from the sentence.
 *
 * @param sentence what {@link Translations} knows it by; with places such as {@code %s} where there
 *     are values
 * @param values what belongs there, possibly none; a message among them is translated too
 */
public record Message(String sentence, List<Object> values) {

  /** Words as they are; a percent sign in them is one. */
  public static Message of(String words) {
    return new Message(words, List.of());
  }

  /**
   * Words about these values.
   *
   * @param sentence with a place for each of them, as {@link java.util.Formatter} has it
   */
  public static Message of(String sentence, Object... values) {
    return new Message(sentence, List.of(values));
  }

  /** In English. */
  @JsonValue
  @Override
  public String toString() {
    return filled(sentence, values);
  }

  /** In a language; in English where the sentence is not known in it. */
  public String in(Locale locale) {
    return Translations.forCaller(List.of(locale)).map(this::in).orElseGet(this::toString);
  }

  /** In the language of these translations, and in English where they do not know the sentence. */
  public String in(Translations language) {
    List<Object> said =
        values.stream()
            .map(value -> value instanceof Message message ? message.in(language) : value)
            .toList();
    return filled(language.of(sentence), said);
  }

  private static String filled(String sentence, List<Object> values) {
    return values.isEmpty() ? sentence : String.format(Locale.ROOT, sentence, values.toArray());
  }
}

package org.laassoa.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word of the console is there in both languages. */
class WordsTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LETTERS = Pattern.compile("\\p{Alpha}{2,} \\p{Alpha}{2,}");
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]\\w*)");

  static List<Class<?>> bundles() {
    return new ClassFileImporter()
        .importPackages("org.laassoa.server.console").stream()
            .filter(found -> found.isAnnotatedWith(MessageBundle.class))
            .map(JavaClass::reflect)
            .collect(Collectors.toList());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void all_of_a_bundle_is_translated(Class<?> bundle) throws IOException {
    Map<String, String> english = english(bundle);

    assertThat(chinese(bundle).keySet()).isEqualTo(english.keySet());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void a_translation_uses_what_the_original_uses(Class<?> bundle) throws IOException {
    Map<String, String> chinese = chinese(bundle);

    english(bundle)
        .forEach(
            (key, text) ->
                assertThat(parameters(chinese.getOrDefault(key, "")))
                    .as(key)
                    .isEqualTo(parameters(text)));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void what_is_words_in_english_is_words_in_chinese(Class<?> bundle) throws IOException {
    Map<String, String> english = english(bundle);
    List<String> same =
        chinese(bundle).entrySet().stream()
            .filter(entry -> entry.getValue().equals(english.get(entry.getKey())))
            .filter(entry -> LETTERS.matcher(entry.getValue().replaceAll("\\{[^}]*}", "")).find())
            .filter(entry -> !HAN.matcher(entry.getValue()).find())
            .map(Map.Entry::getKey)
            .toList();

    assertThat(same).isEmpty();
  }

  private static List<String> parameters(String text) {
    return PARAMETER
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .sorted()
        .toList();
  }

  private static Map<String, String> english(Class<?> bundle) {
    return new TreeMap<>(
        Arrays.stream(bundle.getDeclaredMethods())
            .collect(
                Collectors.toMap(
                    Method::getName, method -> method.getAnnotation(Message.class).value())));
  }

  private static Map<String, String> chinese(Class<?> bundle) throws IOException {
    String name = bundle.getAnnotation(MessageBundle.class).value();
    Map<String, String> words = new TreeMap<>();
    for (String line : Files.readAllLines(MESSAGES.resolve(name + "_zh.properties"))) {
      int border = line.indexOf('=');
      if (border > 0 && !line.startsWith("#")) {
        String before = words.put(line.substring(0, border).strip(), line.substring(border + 1));
        assertThat(before).as("%s is there twice", line).isNull();
      }
    }
    return words;
  }
}

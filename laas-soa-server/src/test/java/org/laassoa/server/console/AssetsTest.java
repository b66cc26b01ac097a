package org.laassoa.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssetsTest {

  private static final Path FOLDER = Path.of("src/main/resources/console/assets");
  private static final Pattern IMPORTED =
      Pattern.compile("(?:from|import)\\s*\\(?\"\\./([^\"]+)\"");
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b");

  private final Assets assets = new Assets();

  @Test
  void every_file_is_listed() throws IOException {
    List<String> names = own();

    assertThat(names).isNotEmpty().allMatch(name -> assets.find(name).isPresent());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void a_module_imports_what_there_is(String module) throws IOException {
    List<String> imported =
        IMPORTED
            .matcher(Files.readString(FOLDER.resolve(module)))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(imported).allMatch(name -> assets.find(name).isPresent());
  }

  @ParameterizedTest
  @MethodSource("styles")
  void colours_are_said_once_among_the_tokens(String style) throws IOException {
    String text = Files.readString(FOLDER.resolve(style));

    assertThat(COLOUR.matcher(text).results().map(found -> found.group()).toList()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void no_module_makes_html_of_text(String module) throws IOException {
    assertThat(Files.readString(FOLDER.resolve(module)))
        .doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval(");
  }

  @Test
  void an_address_is_of_what_there_is() {
    assertThat(assets.address("console.css")).matches("/assets/[0-9a-f]{16}/console.css");
    assertThatIllegalArgumentException().isThrownBy(() -> assets.address("nothing.js"));
  }

  private static List<String> own() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  static List<String> modules() throws IOException {
    return own().stream().filter(name -> name.endsWith(".js")).toList();
  }

  static List<String> styles() throws IOException {
    return own().stream()
        .filter(name -> name.endsWith(".css") && !name.equals("tokens.css"))
        .toList();
  }
}

package org.laassoa.server.configuration.readymade;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What comes with the server: for each language one that builds and tests, one with an image. */
@ApplicationScoped
class ReadyMadeCatalogue {
  private static final List<String> LANGUAGES =
      List.of("java-gradle", "java-maven", "nodejs", "php", "python");

  private final List<ReadyMade> all = new ArrayList<>();

  ReadyMadeCatalogue(ObjectMapper json) {
    for (String language : LANGUAGES) {
      try {
        Recipe recipe = json.readValue(file(language, "ready-made.json"), Recipe.class);
        String script = new String(file(language, "compile.sh"), StandardCharsets.UTF_8);
        all.add(new ReadyMade(language, language, recipe, script, false));
        all.add(new ReadyMade(language + "-image", language, recipe, script, true));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** All of them, by name. */
  List<ReadyMade> all() {
    return List.copyOf(all);
  }

  private static byte[] file(String language, String name) throws IOException {
    try (InputStream file = ReadyMadeCatalogue.class.getResourceAsStream(language + "/" + name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }
}

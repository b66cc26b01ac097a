package org.laassoa.endtoend.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.laassoa.endtoend.process.Checkout;

/** Holds docs/architecture.md against the code of all modules. */
class ArchitecturePageTest {

  private static final List<String> MODULES =
      List.of(
          "src-shared",
          "laas-soa-server",
          "laas-soa-operate-builder",
          "bench-baseline",
          "end-to-end");
  private static final Pattern CLASS_NAME =
      Pattern.compile("`(?:[a-z]+\\.)?([A-Z]\\w*[a-z]\\w*)(?:\\.\\w+)?`");
  private static final Set<String> OF_THE_JDK = Set.of("ProcessBuilder");

  private static Path page;
  private static SortedMap<String, SortedSet<String>> table;
  private static SortedMap<String, SortedSet<String>> code;

  @BeforeAll
  static void readBoth() throws IOException {
    Path root = Checkout.root();
    page = root.resolve("docs/architecture.md");
    table = PackageTable.read(page);
    code = CodeArrows.of(MODULES.stream().map(root::resolve).toList());
  }

  @Test
  void the_table_has_the_packages_of_the_code() {
    assertThat(table.keySet()).isEqualTo(code.keySet());
  }

  @Test
  void the_code_has_no_arrow_that_the_table_lacks() {
    Set<String> unsaid = arrows(code);
    unsaid.removeAll(arrows(table));

    assertThat(unsaid).isEmpty();
  }

  @Test
  void the_table_has_no_arrow_that_the_code_lacks() {
    Set<String> unused = arrows(table);
    unused.removeAll(arrows(code));

    assertThat(unused).isEmpty();
  }

  @Test
  void the_page_names_classes_that_there_are() throws IOException {
    Set<String> named = new TreeSet<>();
    CLASS_NAME.matcher(Files.readString(page)).results().forEach(name -> named.add(name.group(1)));
    named.removeAll(OF_THE_JDK);

    assertThat(classNames()).containsAll(named);
  }

  private static Set<String> classNames() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Checkout.root().resolve(module).resolve("src"))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".java"))
            .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
      }
    }
    return names;
  }

  private static Set<String> arrows(SortedMap<String, SortedSet<String>> uses) {
    Set<String> arrows = new TreeSet<>();
    uses.forEach((from, used) -> used.forEach(to -> arrows.add(from + " -> " + to)));
    return arrows;
  }
}

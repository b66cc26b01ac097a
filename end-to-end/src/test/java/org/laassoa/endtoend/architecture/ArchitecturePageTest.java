package org.laassoa.endtoend.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.laassoa.endtoend.process.Checkout;

/** Holds docs/architecture.md against the code of all modules. */
class ArchitecturePageTest {

  private static SortedMap<String, SortedSet<String>> table;
  private static SortedMap<String, SortedSet<String>> code;

  @BeforeAll
  static void readBoth() throws IOException {
    Path root = Checkout.root();
    table = PackageTable.read(root.resolve("docs/architecture.md"));
    code =
        CodeArrows.of(
            Stream.of("src-shared", "laas-soa-server", "laas-soa-operate-builder", "end-to-end")
                .map(root::resolve)
                .toList());
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

  private static Set<String> arrows(SortedMap<String, SortedSet<String>> uses) {
    Set<String> arrows = new TreeSet<>();
    uses.forEach((from, used) -> used.forEach(to -> arrows.add(from + " -> " + to)));
    return arrows;
  }
}

package org.laassoa.endtoend.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which package of our own uses which: by its classes, and by its imports, since the compiler
 * leaves nothing of the use of a constant.
 */
final class CodeArrows {

  private static final String OURS = "org.laassoa.";
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?org\\.laassoa\\.([a-z.]+)\\.[A-Z]");

  private final SortedMap<String, SortedSet<String>> uses = new TreeMap<>();

  private CodeArrows() {}

  /** Whom each package of these compiled modules uses, without {@code org.laassoa.} in front. */
  static SortedMap<String, SortedSet<String>> of(List<Path> modules) throws IOException {
    CodeArrows arrows = new CodeArrows();
    for (Path module : modules) {
      arrows.addClasses(new ClassFileImporter().importPath(module.resolve("target/classes")));
      arrows.addImports(module.resolve("src/main/java"));
    }
    return arrows.uses;
  }

  private void addClasses(JavaClasses classes) {
    for (JavaClass from : classes) {
      uses.computeIfAbsent(name(from), name -> new TreeSet<>());
      from.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(to -> to.getPackageName().startsWith(OURS))
          .forEach(to -> add(name(from), name(to)));
    }
  }

  private static String name(JavaClass type) {
    return type.getPackageName().substring(OURS.length());
  }

  private void addImports(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file :
          (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
        String from =
            sources
                .relativize(file.getParent())
                .toString()
                .replace('/', '.')
                .substring(OURS.length());
        IMPORT
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> add(from, found.group(1)));
      }
    }
  }

  private void add(String from, String to) {
    if (!from.equals(to)) {
      uses.computeIfAbsent(from, name -> new TreeSet<>()).add(to);
    }
  }
}

package org.laassoa.endtoend.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.laassoa.endtoend.Needs;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.Command;

/** Renders overlays with the real kustomize, in a copy whose secrets are filled in. */
final class Kustomize {

  private static final String EXAMPLE = ".example";

  private final Path copy;

  private Kustomize(Path copy) {
    this.copy = copy;
  }

  /** Does something with a copy, which is gone after it. */
  static <T> T with(Function<Kustomize, T> use) {
    try {
      Path target = Checkout.root().resolve("end-to-end/target");
      Path copy = Files.createTempDirectory(Files.createDirectories(target), "k8s-");
      try {
        fill(copy);
        return use.apply(new Kustomize(copy));
      } finally {
        Command.require(target, Map.of(), List.of("rm", "-rf", copy.toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(Path copy) throws IOException {
    Path manifests = Checkout.root().resolve("k8s");
    try (Stream<Path> files = Files.walk(manifests)) {
      for (Path file : (Iterable<Path>) files.filter(Kustomize::inGit)::iterator) {
        Path target = copy.resolve(manifests.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        if (target.toString().endsWith(EXAMPLE)) {
          fillIn(target);
        }
      }
    }
  }

  /** Without secrets that somebody has filled in here. */
  private static boolean inGit(Path file) {
    return Files.isRegularFile(file) && !file.toString().endsWith(".env");
  }

  private static void fillIn(Path example) throws IOException {
    String name = example.getFileName().toString();
    Files.writeString(
        example.resolveSibling(name.substring(0, name.length() - EXAMPLE.length())),
        Files.readString(example).replaceAll("(?m)=$", "=filled-in"));
  }

  /** The objects of an overlay, in the order in which they would be applied. */
  List<JsonNode> render(String overlay) {
    String yaml =
        Command.require(
            copy, Map.of(), List.of(Needs.kubectl(), "kustomize", "overlays/" + overlay));
    YAMLMapper mapper = new YAMLMapper();
    try (MappingIterator<JsonNode> documents = mapper.readerFor(JsonNode.class).readValues(yaml)) {
      return documents.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

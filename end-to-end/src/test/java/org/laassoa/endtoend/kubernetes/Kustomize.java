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

  /** A copy of {@code k8s/} in that folder, with a value for each secret. */
  static Kustomize in(Path folder) {
    Path manifests = Checkout.root().resolve("k8s");
    try (Stream<Path> files = Files.walk(manifests)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path target = folder.resolve(manifests.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        if (target.toString().endsWith(EXAMPLE)) {
          fillIn(target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Kustomize(folder);
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

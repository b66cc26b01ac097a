package org.laassoa.builder.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.laassoa.builder.execution.ContainerEngine;

/** Whether the agent's folder is its own, and stays so when root in a container writes to it. */
public final class FolderCheck implements Check {

  private final Path root;
  private final Optional<ContainerEngine> engine;

  /** A check of that folder. */
  public FolderCheck(Path root, Optional<ContainerEngine> engine) {
    this.root = root;
    this.engine = engine;
  }

  @Override
  public String name() {
    return "permissions";
  }

  @Override
  public List<Finding> findings() {
    Path folder = Folders.existing(root);
    if (!Files.isWritable(folder)) {
      return List.of(
          Finding.fail(
              folder + " cannot be written by this user", "give it to this user, or set --root"));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Files.isDirectory(root)
            ? Finding.ok(root + " can be written")
            : Finding.ok(root + " can be made"));
    findings.add(owners());
    if (engine.isPresent()) {
      findings.add(givingBack());
    }
    return findings;
  }

  private Finding owners() {
    String me = System.getProperty("user.name");
    if (!Files.isDirectory(root)) {
      return Finding.ok("nothing in it belongs to others");
    }
    try (Stream<Path> entries = Files.list(root)) {
      List<String> others =
          entries.filter(entry -> !me.equals(owner(entry))).map(Path::toString).toList();
      return others.isEmpty()
          ? Finding.ok("nothing in it belongs to others")
          : Finding.warn(
              "these belong to others: " + String.join(", ", others),
              "as root: chown -hR " + me + " " + root);
    } catch (IOException e) {
      return Finding.fail(root + " cannot be read: " + e.getMessage(), "give it to this user");
    }
  }

  private static String owner(Path entry) {
    try {
      return Files.getOwner(entry, LinkOption.NOFOLLOW_LINKS).getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "?";
    }
  }

  private Finding givingBack() {
    boolean rootless = engine.flatMap(ContainerEngine::facts).map(f -> f.rootless()).orElse(false);
    if ("root".equals(System.getProperty("user.name"))) {
      return Finding.warn(
          "the agent runs as root", "an account of its own does, with access to the engine");
    }
    return Finding.ok(
        rootless
            ? "root in a container is this user: the engine is rootless"
            : "what root in a container leaves is given back by a container");
  }
}

package org.laassoa.builder.execution.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * The context of an image, as a tar stream. Links stay links and are never followed, so nothing
 * outside of the folder is read. The Dockerfile goes in under a name of its own, since it may be
 * somewhere else or left out by {@code .dockerignore}; the engine takes it out again before it
 * copies anything into the image.
 */
final class ImageContext {

  /** The Dockerfile's name in the stream. */
  static final String DOCKERFILE = ".laas-soa.Dockerfile";

  private static final String IGNORE_FILE = ".dockerignore";

  private final Path folder;
  private final byte[] dockerfile;
  private final List<String> ignoreLines;
  private final IgnoreRules rules;

  private ImageContext(Path folder, byte[] dockerfile, List<String> ignoreLines) {
    this.folder = folder;
    this.dockerfile = dockerfile;
    this.ignoreLines = ignoreLines;
    this.rules = IgnoreRules.of(ignoreLines);
  }

  /** A folder, without what its {@code .dockerignore} names. */
  static ImageContext of(Path folder, byte[] dockerfile) throws IOException {
    Path ignoreFile = folder.resolve(IGNORE_FILE);
    List<String> lines =
        Files.isRegularFile(ignoreFile, LinkOption.NOFOLLOW_LINKS)
            ? new String(Files.readAllBytes(ignoreFile), StandardCharsets.UTF_8).lines().toList()
            : List.of(IGNORE_FILE);
    return new ImageContext(folder, dockerfile, lines);
  }

  /** Starts to read the folder; the stream fails when the folder cannot be read. */
  InputStream open() throws IOException {
    return WrittenStream.of(this::write);
  }

  /** A context that holds nothing but a Dockerfile. */
  static InputStream ofDockerfile(String text) throws IOException {
    return WrittenStream.of(
        out -> {
          try (Tar tar = new Tar(out)) {
            tar.file(DOCKERFILE, 0644, text.getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  private void write(OutputStream out) throws IOException {
    try (Tar tar = new Tar(out)) {
      tar.file(DOCKERFILE, 0644, dockerfile);
      // The engine reads it too, and removes what it names: here, what has been put in on the way.
      String ignore = String.join("\n", ignoreLines) + "\n" + DOCKERFILE + "\n";
      tar.file(IGNORE_FILE, 0644, ignore.getBytes(StandardCharsets.UTF_8));
      Files.walkFileTree(folder, new Walk(tar));
    }
  }

  private final class Walk extends SimpleFileVisitor<Path> {

    private final Tar tar;

    Walk(Tar tar) {
      this.tar = tar;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      String name = nameOf(directory);
      if (name.isEmpty()) {
        return FileVisitResult.CONTINUE;
      }
      if (!rules.ignores(name)) {
        tar.entry(name, directory, attributes);
        return FileVisitResult.CONTINUE;
      }
      return rules.hasExceptions() ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = nameOf(file);
      if (!name.equals(IGNORE_FILE) && !name.equals(DOCKERFILE) && !rules.ignores(name)) {
        tar.entry(name, file, attributes);
      }
      return FileVisitResult.CONTINUE;
    }

    private String nameOf(Path path) {
      return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }
  }
}

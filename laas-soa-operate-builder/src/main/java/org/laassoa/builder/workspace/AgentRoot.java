package org.laassoa.builder.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that an agent works in, held for itself alone as long as this is open. Names from
 * outside become single path segments, so nothing leaves it.
 */
public final class AgentRoot implements AutoCloseable {

  private static final String DEPENDENCY_LIB = "dependency_lib";
  private static final String PARENT_IMAGES = "parent_images";

  /** Folders of the root that are no git servers. */
  private static final Set<String> RESERVED = Set.of(DEPENDENCY_LIB, PARENT_IMAGES);

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path root;
  private final FileChannel lock;

  /**
   * Takes a folder, made when it is not there.
   *
   * @throws IllegalStateException when another agent works in it
   * @throws UncheckedIOException when it cannot be made or written
   */
  public AgentRoot(Path root) {
    try {
      this.root = Files.createDirectories(root).toRealPath();
      Path own = ownFolder();
      if (Files.notExists(own)) {
        Files.createDirectory(own, OWNER_ONLY);
      }
      Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(own.resolve("attempts"));
      Files.createDirectories(dependencyLib());
      this.lock = lock(own.resolve("lock"));
    } catch (IOException e) {
      throw new UncheckedIOException("the agent's folder cannot be used: " + e.getMessage(), e);
    }
  }

  private FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // This process itself holds it: the same as any other owner.
    }
    channel.close();
    throw new IllegalStateException("another agent works in " + root + "; give each its own root");
  }

  /** The folder, with symbolic links resolved. */
  public Path root() {
    return root;
  }

  private Path ownFolder() {
    return root.resolve(".laas");
  }

  /**
   * The folders of a branch or tag; not made yet.
   *
   * @param gitServer the git server's name
   * @param repository the repository's path on it
   * @param type {@code branch} or {@code tag}
   * @param ref the branch's or tag's short name
   * @throws IllegalArgumentException for another type
   */
  public Workspace workspace(String gitServer, String repository, String type, String ref) {
    if (!type.equals("branch") && !type.equals("tag")) {
      throw new IllegalArgumentException("the type is neither branch nor tag");
    }
    String server = SafeName.of(gitServer);
    return new Workspace(
        root.resolve(RESERVED.contains(server) ? server + "~" : server)
            .resolve(SafeName.of(repository))
            .resolve(type)
            .resolve(SafeName.of(ref)));
  }

  /** The workspaces of tags: each is there only while a build of it runs. */
  public List<Path> tagWorkspaces() {
    return workspaces("tag").toList();
  }

  /** The workspaces that stay for later builds: those of branches and of parent images. */
  public List<Workspace> keptWorkspaces() {
    return Stream.concat(workspaces("branch"), folders(root.resolve(PARENT_IMAGES)))
        .map(Workspace::new)
        .toList();
  }

  private Stream<Path> workspaces(String type) {
    return folders(root)
        .filter(server -> !RESERVED.contains(server.getFileName().toString()))
        .filter(server -> !server.equals(ownFolder()))
        .flatMap(AgentRoot::folders)
        .flatMap(repository -> folders(repository.resolve(type)));
  }

  private static Stream<Path> folders(Path parent) {
    if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
      return Stream.of();
    }
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.filter(Files::isDirectory).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("the workspaces: " + e.getMessage(), e);
    }
  }

  /** The folders of a parent image; not made yet. */
  public Workspace parentImage(String name) {
    return new Workspace(root.resolve(PARENT_IMAGES).resolve(SafeName.of(name)));
  }

  /** The shared caches of build tools. */
  public Path dependencyLib() {
    return root.resolve(DEPENDENCY_LIB);
  }

  /**
   * A folder for one attempt's own files; made, for the owner only.
   *
   * @param attempt from 1
   * @throws UncheckedIOException when it cannot be made
   */
  public Path attemptDirectory(String actionId, int attempt) {
    Path directory = ownFolder().resolve("attempts").resolve(SafeName.of(actionId) + "-" + attempt);
    try {
      return Files.isDirectory(directory)
          ? directory
          : Files.createDirectory(directory, OWNER_ONLY);
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the build: " + e.getMessage(), e);
    }
  }

  /** The folders of the attempts that have not been removed, also those of former processes. */
  public List<Path> attemptDirectories() {
    try (Stream<Path> entries = Files.list(ownFolder().resolve("attempts"))) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the builds' folders: " + e.getMessage(), e);
    }
  }

  /** Where the agent keeps its token; may not be there yet. */
  public Path identityFile() {
    return ownFolder().resolve("identity.json");
  }

  /** Lets another agent have the folder. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

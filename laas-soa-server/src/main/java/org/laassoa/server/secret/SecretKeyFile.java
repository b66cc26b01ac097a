package org.laassoa.server.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;

/**
 * The file that keeps the keys where none is given, readable by its owner alone. It is replaced as
 * a whole: whoever reads it, after a crash too, sees the old or the new one.
 */
final class SecretKeyFile implements KeySource {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;

  SecretKeyFile(Path file) {
    this.file = file;
  }

  /**
   * The keys in the file, which is made with a random one if it is not there.
   *
   * @throws IllegalStateException if others may read the file, or it does not hold keys
   */
  KeyRing readOrCreate() {
    try {
      if (!Files.exists(file)) {
        create();
      }
    } catch (IOException e) {
      throw unusable(e);
    }
    return read();
  }

  @Override
  public KeyRing read() {
    return lines().ring();
  }

  /**
   * The keys in the file with their states.
   *
   * @throws IllegalStateException if others may read the file, or it does not hold keys
   */
  KeyLines lines() {
    try {
      refuseIfOthersMayRead();
      return KeyLines.parse(Files.readString(file, StandardCharsets.US_ASCII), file.toString());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Puts these keys in the place of those in the file; on the disk when this returns. */
  void replace(KeyLines lines) {
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      write(fresh, lines);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
        folder.force(true);
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** A new random key. */
  static EncryptionKey fresh() {
    byte[] key = new byte[SecretCipher.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new EncryptionKey(key);
  }

  private void create() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    // Complete before it has its name: a server that starts beside this one never reads half of it.
    Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".new");
    try {
      Files.delete(fresh);
      write(fresh, KeyLines.of(fresh()));
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      // Another server on the same home was faster: its key counts.
      return;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void write(Path path, KeyLines lines) throws IOException {
    Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.US_ASCII.encode(lines.text());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private void refuseIfOthersMayRead() throws IOException {
    Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    permissions.removeAll(OWNER_ONLY);
    if (!permissions.isEmpty()) {
      throw new IllegalStateException(
          "Others than its owner may use the key file %s (%s): chmod 600 it"
              .formatted(file, PosixFilePermissions.toString(Files.getPosixFilePermissions(file))));
    }
  }

  private UncheckedIOException unusable(IOException e) {
    return new UncheckedIOException("The key file " + file + " cannot be used", e);
  }
}

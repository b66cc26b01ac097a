package org.laassoa.server.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;
import org.laassoa.server.database.Transactions;

/**
 * Changes the key that secrets are encrypted with, while servers run or not, in three steps: the
 * file gets a new key beside the old one; every secret in the database is encrypted anew; the old
 * key is marked as no longer needed. After each step both keys are there, so that a crash between
 * any two loses nothing, and the same call goes on where it was.
 */
public final class KeyRotation {
  private final Path home;
  private final Transactions transactions;

  /**
   * A rotation.
   *
   * @param home the server's, with the key file
   * @param transactions on its database
   */
  public KeyRotation(Path home, Transactions transactions) {
    this.home = home;
    this.transactions = transactions;
  }

  /**
   * Rotates the key in the file, or goes on with a rotation that was cut off.
   *
   * @return how many secrets were encrypted anew
   * @throws IllegalStateException if that cannot be done now; the message says why
   */
  public int rotate() {
    return alone(
        () -> {
          begin();
          int changed = reencrypt();
          retire();
          return changed;
        });
  }

  /**
   * Removes the keys that are no longer needed from the file.
   *
   * @return how many keys were removed
   * @throws IllegalStateException if that cannot be done now; the message says why
   */
  public int forgetRetired() {
    return alone(
        () -> {
          // A change that was under way while the key was rotated may have used the old one.
          reencrypt();
          KeyLines lines = file().lines();
          file().replace(KeyLines.of(lines.current()));
          return lines.ring().others().size();
        });
  }

  /**
   * Brings all secrets under {@code LAAS_SECRET_KEY}, where the keys are in the settings.
   *
   * @param previous the keys that they are under now, with commas between
   * @return how many secrets were encrypted anew
   */
  public int rotateGiven(String current, Optional<String> previous) {
    KeyRing ring = SecretKeys.given(current, previous);
    if (ring.others().isEmpty()) {
      throw new IllegalStateException(
          "the key is given by LAAS_SECRET_KEY: set that to a new one (openssl rand -base64 32) and"
              + " LAAS_SECRET_KEY_PREVIOUS to the one of now, here and on every server, then rotate");
    }
    return new Reencryption(transactions, new SecretCipher(() -> ring)).run();
  }

  /** The first step: from here on every server encrypts with the new key. */
  void begin() {
    file().readOrCreate();
    KeyLines lines = file().lines();
    if (lines.replaced().isEmpty()) {
      file().replace(lines.replacedBy(SecretKeyFile.fresh()));
    }
  }

  /** The second step. */
  int reencrypt() {
    return new Reencryption(transactions, new SecretCipher(file())).run();
  }

  /** The third step; the keys stay for the time being, for secrets from a backup. */
  void retire() {
    file().replace(file().lines().withAllRetired());
  }

  private SecretKeyFile file() {
    return SecretKeys.file(home);
  }

  private int alone(Supplier<Integer> work) {
    Path lockFile = home.resolve("secret.key.lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel)) {
      // Held until the channel is closed.
      requireValid(lock);
      return work.get();
    } catch (IOException e) {
      throw new UncheckedIOException("The key file in " + home + " cannot be used", e);
    }
  }

  private static void requireValid(FileLock lock) {
    if (!lock.isValid()) {
      throw new IllegalStateException("the lock of the key file was lost");
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      // Somebody else in this process: the same as any other owner.
    }
    throw new IllegalStateException("the key is being rotated already");
  }
}

package org.laassoa.endtoend.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * A file that a script prints.
 *
 * @param length in bytes
 * @param sha256 in lower-case hexadecimal
 */
record LogFile(Path path, long length, String sha256) {

  private static final int PIECE = 1_000_000;

  /** Writes one of that many million bytes. */
  static LogFile create(Path path, LogBytes kind, int megabytes) throws IOException {
    MessageDigest digest = LogBytes.sha256();
    try (OutputStream out = Files.newOutputStream(path)) {
      for (int i = 0; i < megabytes; i++) {
        byte[] piece = kind.make(PIECE, i);
        digest.update(piece);
        out.write(piece);
      }
    }
    return new LogFile(path, (long) megabytes * PIECE, LogBytes.hex(digest));
  }

  /** What this disk can do: copies the file and flushes the copy. These are milliseconds. */
  double copyDurably() throws IOException {
    Path copy = path.resolveSibling("copy");
    Stopwatch time = new Stopwatch();
    try (FileChannel from = FileChannel.open(path);
        FileChannel to =
            FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long done = 0;
      while (done < length) {
        done += from.transferTo(done, length - done, to);
      }
      to.force(true);
    }
    double took = time.milliseconds();
    Files.delete(copy);
    return took;
  }
}

package org.laassoa.builder.execution.docker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes a tar stream whose entries all belong to root. */
final class Tar implements Closeable {

  private final TarArchiveOutputStream out;

  Tar(OutputStream to) {
    out = new TarArchiveOutputStream(to, StandardCharsets.UTF_8.name());
    out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    out.setAddPaxHeadersForNonAsciiNames(true);
  }

  /** Adds a folder. */
  void folder(String name, int mode) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name + "/");
    entry.setMode((TarArchiveEntry.DEFAULT_DIR_MODE & ~0777) | mode);
    put(entry);
    out.closeArchiveEntry();
  }

  /** Adds a file with that content. */
  void file(String name, int mode, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setMode((TarArchiveEntry.DEFAULT_FILE_MODE & ~0777) | mode);
    entry.setSize(content.length);
    put(entry);
    out.write(content);
    out.closeArchiveEntry();
  }

  /** Adds what is at a path: a folder (without what is in it), a link or a file; else nothing. */
  void entry(String name, Path path, BasicFileAttributes attributes) throws IOException {
    if (attributes.isSymbolicLink()) {
      TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      entry.setLinkName(Files.readSymbolicLink(path).toString());
      put(entry);
      out.closeArchiveEntry();
    } else if (attributes.isDirectory()) {
      folder(name, modeOf(path));
    } else if (attributes.isRegularFile()) {
      try (InputStream content = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode((TarArchiveEntry.DEFAULT_FILE_MODE & ~0777) | modeOf(path));
        entry.setSize(attributes.size());
        entry.setModTime(attributes.lastModifiedTime());
        put(entry);
        content.transferTo(out);
        out.closeArchiveEntry();
      }
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void put(TarArchiveEntry entry) throws IOException {
    entry.setIds(0, 0);
    out.putArchiveEntry(entry);
  }

  private static int modeOf(Path path) throws IOException {
    Set<PosixFilePermission> permissions =
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
    int mode = 0;
    // The constants are in the order of the mode's bits, the highest first.
    for (PosixFilePermission permission : PosixFilePermission.values()) {
      mode = (mode << 1) | (permissions.contains(permission) ? 1 : 0);
    }
    return mode;
  }
}

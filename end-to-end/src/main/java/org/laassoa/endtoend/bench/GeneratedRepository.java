package org.laassoa.endtoend.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.laassoa.endtoend.git.Git;

/**
 * A repository of many files and commits, each of which changes some files, made by {@code git
 * fast-import}. The same numbers give the same repository.
 */
final class GeneratedRepository {

  private static final int CHANGES_A_COMMIT = 3;
  private static final int WORDS_A_FILE = 200;

  private final Path bare;
  private final int files;
  private final Random random = new Random(1);
  private long time = 1_700_000_000;

  private GeneratedRepository(Path bare, int files) {
    this.bare = bare;
    this.files = files;
  }

  /** Makes it with so many files, and commits on {@code main}. */
  static GeneratedRepository create(Path bare, int files, int commits) {
    try {
      Files.createDirectories(bare);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Git.run(bare, "init", "-q", "--bare", "-b", "main");
    GeneratedRepository repository = new GeneratedRepository(bare, files);
    repository.fastImport(commits, true);
    // As a server keeps it: in one pack.
    Git.run(bare, "repack", "-q", "-a", "-d");
    return repository;
  }

  /** Adds commits to {@code main}. */
  void add(int commits) {
    fastImport(commits, false);
  }

  private void fastImport(int commits, boolean first) {
    ProcessBuilder builder =
        new ProcessBuilder("git", "fast-import", "--quiet").directory(bare.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(Git.ENVIRONMENT);
    try {
      Process process = builder.start();
      try (OutputStream out = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
        for (int i = 0; i < commits; i++) {
          commit(out, i, first && i == 0 ? files : CHANGES_A_COMMIT, !first && i == 0);
        }
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException("git fast-import ended with " + process.exitValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void commit(OutputStream out, int number, int changes, boolean continues)
      throws IOException {
    String message = "Change " + number + "\n";
    print(out, "commit refs/heads/main\n");
    print(out, "committer Example <example@localhost> " + time++ + " +0000\n");
    print(out, "data " + message.length() + "\n" + message);
    if (continues) {
      print(out, "from refs/heads/main^0\n");
    }
    for (int i = 0; i < changes; i++) {
      int file = changes == files ? i : random.nextInt(files);
      String content = content();
      print(out, "M 100644 inline src/p" + file % 100 + "/File" + file + ".txt\n");
      print(out, "data " + content.length() + "\n" + content + "\n");
    }
  }

  private String content() {
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < WORDS_A_FILE; i++) {
      content
          .append(Integer.toString(random.nextInt(100_000), 36))
          .append(i % 10 == 9 ? '\n' : ' ');
    }
    return content.toString();
  }

  private static void print(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}

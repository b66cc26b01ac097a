package org.laassoa.builder.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {

  @TempDir private Path folder;
  private Path raw;
  private Path file;

  @BeforeEach
  void makeRawFile() throws IOException {
    raw = Files.createFile(folder.resolve("raw"));
    file = folder.resolve("spool");
  }

  @Test
  void own_lines_are_masked() throws IOException {
    try (BuildLog log = BuildLog.open(file, List.of("hunter22"))) {
      log.line("the password is hunter22");
    }

    assertThat(file).hasContent("the password is [MASKED]");
  }

  @Test
  void what_is_appended_to_a_followed_file_is_in_the_log_at_once() throws Exception {
    try (BuildLog log = BuildLog.open(file, List.of());
        Follow follow = log.follow(raw)) {
      for (int i = 0; i < 20; i++) {
        long before = log.position();
        long start = System.nanoTime();
        append("line\n");
        assertThat(log.spool().awaitBeyond(before, Duration.ofSeconds(5))).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(250));
      }
    }
  }

  @Test
  void closing_a_follow_reads_to_the_end_first() throws IOException {
    try (BuildLog log = BuildLog.open(file, List.of())) {
      Follow follow = log.follow(raw);
      append("everything\n".repeat(100_000));

      follow.close();

      assertThat(log.position()).isEqualTo(1_100_000);
    }
  }

  @Test
  void a_secret_that_is_printed_in_pieces_is_masked() throws Exception {
    try (BuildLog log = BuildLog.open(file, List.of("hunter22"))) {
      try (Follow follow = log.follow(raw)) {
        append("<hunt");
        log.spool().awaitBeyond(0, Duration.ofSeconds(5));
        append("er22>");
      }
    }

    assertThat(file).hasContent("<[MASKED]>");
  }

  @Test
  void what_is_held_back_is_written_when_the_follow_closes() throws IOException {
    try (BuildLog log = BuildLog.open(file, List.of("hunter22"))) {
      try (Follow follow = log.follow(raw)) {
        append("<hunt");
      }
      assertThat(log.position()).isEqualTo(5);
    }
  }

  @Test
  void a_log_that_is_full_takes_only_own_lines_and_says_so_once() throws IOException {
    AtomicInteger told = new AtomicInteger();
    try (BuildLog log = BuildLog.open(file, List.of())) {
      log.limit(10, told::incrementAndGet);
      try (Follow follow = log.follow(raw)) {
        append("0123456789abc");
        append("more");
      }
      log.line("too long");
    }

    assertThat(file).hasContent("0123456789\ntoo long");
    assertThat(told).hasValue(1);
  }

  @Test
  void own_lines_wait_while_a_script_prints() throws IOException {
    Follow follow;
    try (BuildLog log = BuildLog.open(file, List.of())) {
      log.line("before");
      follow = log.follow(raw);
      append("no line end");
      log.line("meanwhile");
      follow.close();
      assertThat(log.position()).isEqualTo(follow.to());
      log.line("after");
    }

    assertThat(file).content().isEqualTo("before\nno line end\nmeanwhile\nafter\n");
    assertThat(follow.from()).isEqualTo(7);
    assertThat(follow.to()).isEqualTo(18);
  }

  @Test
  void a_file_that_was_followed_before_is_continued() throws IOException {
    try (BuildLog log = BuildLog.open(file, List.of())) {
      append("first\n");
      log.follow(raw).close();
      append("second\n");
      log.follow(raw).close();
    }

    assertThat(file).content().isEqualTo("first\nsecond\n");
  }

  @Test
  void bytes_are_exact_and_their_digest_is_known_when_the_log_closes() throws Exception {
    byte[] bytes = new byte[5_000_000];
    new Random(5).nextBytes(bytes);
    Files.write(raw, bytes);
    BuildLog log = BuildLog.open(file, List.of("a secret"));
    log.follow(raw).close();

    log.close();

    assertThat(file).hasBinaryContent(bytes);
    assertThat(log.spool().sha256()).isEqualTo(sha256(file));
    assertThat(Spool.reopen(file).sha256()).isEqualTo(sha256(file));
  }

  @Test
  void an_interrupted_thread_still_writes_and_stays_interrupted() throws IOException {
    try (BuildLog log = BuildLog.open(file, List.of())) {
      Follow follow = log.follow(raw);
      append("printed\n");
      Thread.currentThread().interrupt();

      follow.close();
      log.line("cancelled");

      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(file).content().isEqualTo("printed\ncancelled\n");
  }

  @Test
  void a_log_that_is_opened_again_goes_on_where_it_ended() throws Exception {
    try (BuildLog log = BuildLog.open(file, List.of())) {
      log.line("one");
    }

    BuildLog log = BuildLog.open(file, List.of());
    log.line("two");
    log.close();

    assertThat(file).content().isEqualTo("one\ntwo\n");
    assertThat(log.spool().sha256()).isEqualTo(sha256(file));
  }

  @Test
  void readers_wait_for_more_until_the_log_is_closed() throws Exception {
    BuildLog log = BuildLog.open(file, List.of());
    log.line("one");
    assertThat(log.spool().awaitBeyond(4, Duration.ofMillis(1))).isFalse();
    Thread closer = Thread.startVirtualThread(log::close);

    assertThat(log.spool().awaitBeyond(4, Duration.ofSeconds(5))).isTrue();

    closer.join();
    byte[] into = new byte[10];
    assertThat(log.spool().read(1, into)).isEqualTo(3);
    assertThat(new String(into, 0, 3, UTF_8)).isEqualTo("ne\n");
    assertThat(log.spool().read(9, into)).isZero();
  }

  @Test
  void the_spool_is_for_its_owner_only() throws IOException {
    BuildLog.open(file, List.of()).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_full_disk_is_named() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs /dev/full");
    BuildLog log = BuildLog.open(full, List.of());

    assertThatThrownBy(() -> log.line("x"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("could not be written")
        .hasMessageContaining("No space left");
  }

  @Test
  void two_hundred_megabytes_are_followed_within_seconds() throws Exception {
    byte[] lines = ("x".repeat(99) + "\n").repeat(10_000).getBytes(UTF_8);
    try (BuildLog log = BuildLog.open(file, List.of("xxxx-secret-of-some-length-xxxx"));
        Follow follow = log.follow(raw)) {
      try (OutputStream out = Files.newOutputStream(raw, APPEND)) {
        for (int i = 0; i < 200; i++) {
          out.write(lines);
        }
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> log.position() >= 199_999_000);
    }

    assertThat(sha256(file)).isEqualTo(sha256(raw));
  }

  private void append(String text) throws IOException {
    Files.writeString(raw, text, APPEND);
  }

  private static String sha256(Path path) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (var in = new DigestInputStream(Files.newInputStream(path), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}

package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.api.LogStream;
import org.laassoa.endtoend.api.Step;

/**
 * Case 8: every byte of a long and ugly log arrives, and a viewer that joins late sees it all. The
 * server's heap is smaller than the log ({@link World}): one kept in memory would end it.
 */
@ExtendWith(Worlds.Extension.class)
class LogIT {

  private static final int LINES = 2_000_000;
  private static final String LINE = "0123456789".repeat(9) + "abcdefghi\n";
  private static final int LONG_LINE = 5_000_000;

  /** Bytes: of a log of 200 MB the server keeps nothing but what is on its way. */
  private static final long SERVER_GROWTH = 170_000_000;

  private static final String SCRIPT =
      """
      yes %s | head -n %d
      printf '\\377\\376\\200 not UTF-8\\n'
      printf '\\033[31mred\\033[0m\\n10%%%%\\r20%%%%\\r\\n'
      head -c %d /dev/zero | tr '\\000' x
      echo
      """
          .formatted(LINE.strip(), LINES, LONG_LINE);

  private final Worlds worlds;

  LogIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @EachExecution
  void two_hundred_megabytes_and_ugly_bytes_arrive_as_written(Execution execution)
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    // Given
    World world = worlds.on(execution);
    String name = World.unique("log");
    world.repository(name).write("README", "log").commit("Log");
    String project = world.project(name).compile(SCRIPT).save();
    world.server().process().forgetPeakMemory();
    long before = world.server().process().residentMemory();
    Build queued = world.api().enqueue(project, "branch", "main", Map.of());
    world
        .api()
        .await(queued.id(), running -> running.logBytes() > 10_000_000, Duration.ofMinutes(2));

    // When
    String seenByLateViewer = read(world, queued.id());

    // Then
    Build build = world.api().awaitEnd(queued.id(), Duration.ofMinutes(2));
    assertThat(build.state()).isEqualTo("succeeded");
    assertThat(build.logIntact()).isTrue();
    assertThat(seenByLateViewer).isEqualTo(textSha256(world, build.id()));
    Step compile = build.step("compile");
    assertThat(storedSha256(world, build.id(), compile.logFrom(), compile.logTo()))
        .isEqualTo(writtenSha256());
    assertThat(world.server().process().peakMemory() - before).isLessThan(SERVER_GROWTH);
  }

  /** Reads the live log from its beginning; SHA-256 of its text as UTF-8. */
  private static String read(World world, long build)
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    long last = -1;
    try (LogStream stream = world.api().logStream(build, null)) {
      while (stream.next() instanceof LogStream.Event.Text text) {
        assertThat(text.offset()).isGreaterThan(last);
        last = text.offset();
        digest.update(text.text().getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What a viewer should have seen: the stored log as text, what is not UTF-8 replaced. */
  private static String textSha256(World world, long build)
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var log = new InputStreamReader(world.api().openLog(build), StandardCharsets.UTF_8);
        var out =
            new OutputStreamWriter(
                new DigestOutputStream(OutputStream.nullOutputStream(), digest),
                StandardCharsets.UTF_8)) {
      log.transferTo(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String storedSha256(World world, long build, long from, long to)
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    try (InputStream log = world.api().openLog(build);
        var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      log.skipNBytes(from);
      byte[] buffer = new byte[1 << 16];
      for (long left = to - from; left > 0; ) {
        int n = log.read(buffer, 0, (int) Math.min(left, buffer.length));
        assertThat(n).as("the log is too short").isPositive();
        out.write(buffer, 0, n);
        left -= n;
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String writtenSha256() throws NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    byte[] line = LINE.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < LINES; i++) {
      digest.update(line);
    }
    digest.update("\377\376\200 not UTF-8\n".getBytes(StandardCharsets.ISO_8859_1));
    digest.update("\033[31mred\033[0m\n10%\r20%\r\n".getBytes(StandardCharsets.ISO_8859_1));
    digest.update(("x".repeat(LONG_LINE) + "\n").getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(digest.digest());
  }
}

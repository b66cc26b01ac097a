package org.laassoa.builder.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a log becomes when the agent died while a script's output was copied into it. */
class ReplayTest {

  private static final List<String> SECRETS = List.of("hunter22", "22hunter-and-more");
  private static final String OWN = "==> compile\n";
  private static final String PRINTED = "a hunter22hunter22 b hunthunter22hunter-and-more hunter2";
  private static final String MASKED = "a [MASKED][MASKED] b hunt[MASKED] hunter2";

  @TempDir private Path folder;
  private Path raw;
  private Path file;

  @BeforeEach
  void makeRawFile() throws IOException {
    raw = Files.createFile(folder.resolve("raw"));
    file = folder.resolve("spool");
  }

  @Test
  void wherever_the_log_ended_it_becomes_what_it_would_have_become() throws IOException {
    Files.writeString(raw, PRINTED);
    String whole = OWN + MASKED;
    for (int end = OWN.length(); end <= whole.length(); end++) {
      Files.writeString(file, whole.substring(0, end));

      goOn("");

      assertThat(file).content().as("cut after %d bytes", end).isEqualTo(whole);
    }
  }

  @Test
  void what_a_script_prints_after_the_restart_goes_on_in_a_secret() throws IOException {
    for (int end = 0; end <= PRINTED.length(); end++) {
      Files.writeString(raw, PRINTED.substring(0, end));
      Files.writeString(file, OWN + maskedSoFar(PRINTED.substring(0, end)));

      goOn(PRINTED.substring(end));

      assertThat(file).content().as("restarted after %d bytes", end).isEqualTo(OWN + MASKED);
    }
  }

  /** Without what is held back, since it may begin a secret. */
  private static String maskedSoFar(String printed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Masker(SECRETS, out).write(printed.getBytes(UTF_8), 0, printed.length());
    return out.toString(UTF_8);
  }

  @Test
  void the_range_begins_where_it_began_before() throws IOException {
    Files.writeString(raw, PRINTED);
    Files.writeString(file, OWN + MASKED.substring(0, 7));
    try (BuildLog log = BuildLog.open(file, SECRETS)) {

      Follow follow = log.followAgain(raw, OWN.length());
      follow.close();

      assertThat(follow.from()).isEqualTo(OWN.length());
      assertThat(follow.to()).isEqualTo(OWN.length() + MASKED.length());
    }
  }

  @Test
  void a_log_that_has_other_bytes_is_not_gone_on_with() throws IOException {
    Files.writeString(raw, "what was printed and more");
    Files.writeString(file, OWN + "what was PRINTED");
    BuildLog log = BuildLog.open(file, SECRETS);
    Follow follow = log.followAgain(raw, OWN.length());

    assertThatThrownBy(follow::close).isInstanceOf(IllegalStateException.class);

    log.line("said after it");
    log.close();
    assertThat(file).content().isEqualTo(OWN + "what was PRINTED\nsaid after it\n");
  }

  @Test
  void a_log_that_has_more_than_was_printed_is_not_gone_on_with() throws IOException {
    Files.writeString(raw, "short");
    Files.writeString(file, OWN + "short and more");
    try (BuildLog log = BuildLog.open(file, SECRETS)) {
      Follow follow = log.followAgain(raw, OWN.length());

      assertThatThrownBy(follow::close).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void a_log_that_lost_its_end_is_not_gone_on_with() throws IOException {
    Files.writeString(file, "==>");
    try (BuildLog log = BuildLog.open(file, SECRETS)) {
      assertThatThrownBy(() -> log.followAgain(raw, OWN.length()))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void the_limit_counts_what_was_there_before() throws IOException {
    AtomicInteger told = new AtomicInteger();
    Files.writeString(raw, "0123456789");
    Files.writeString(file, "01234");
    try (BuildLog log = BuildLog.open(file, SECRETS)) {
      log.limit(8, told::incrementAndGet);

      log.followAgain(raw, 0).close();
    }

    assertThat(file).content().isEqualTo("01234567");
    assertThat(told).hasValue(1);
  }

  @Test
  void an_own_line_begins_a_line_even_after_one_that_was_cut() throws IOException {
    Files.writeString(file, "==> com");
    try (BuildLog log = BuildLog.open(file, SECRETS)) {
      log.line("==> resumed");
    }

    assertThat(file).content().isEqualTo("==> com\n==> resumed\n");
  }

  private void goOn(String printed) throws IOException {
    try (BuildLog log = BuildLog.open(file, SECRETS)) {
      Follow follow = log.followAgain(raw, OWN.length());
      Files.write(raw, printed.getBytes(UTF_8), APPEND);
      follow.close();
    }
  }
}

package org.laassoa.builder.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laassoa.builder.build.Checkpoint;
import org.laassoa.builder.build.ScriptMark;
import org.laassoa.builder.build.StopReason;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepReport;

class AttemptFilesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path folder;
  private AttemptFiles files;

  @BeforeEach
  void make() {
    files = new AttemptFiles(folder);
  }

  static List<ExitStatus> exits() {
    return List.of(
        new ExitStatus.Exited(7), new ExitStatus.OutOfMemory(), new ExitStatus.Unknown());
  }

  @ParameterizedTest
  @MethodSource("exits")
  void a_note_is_read_as_it_was_written(ExitStatus exit) throws IOException {
    AttemptNote note =
        AttemptNote.beginning("7", 2, "docker")
            .with(
                new Checkpoint(
                    new Checkpoint.Begun("/root/workspace", NOW),
                    List.of(new StepReport("compile", "running", NOW, null, 5L, null)),
                    new ScriptMark("compile-1", 5, exit, 9L),
                    "0".repeat(40),
                    List.of(new ImageReport("registry/app:1", null, null)),
                    StopReason.CANCELLED,
                    new Outcome.Cancelled("compile")));

    files.note(note);

    assertThat(files.progress().read()).contains(note);
  }

  @Test
  void a_note_is_for_its_owner_only() throws IOException {
    files.note(AttemptNote.beginning("7", 1, "docker"));

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(files.progress().file())))
        .isEqualTo("rw-------");
  }

  @Test
  void where_a_note_cannot_be_written_the_old_one_goes() throws IOException {
    files.note(AttemptNote.beginning("7", 1, "docker"));
    // In the way of the file that would take its place.
    Files.createDirectories(folder.resolve("progress.json.new/full"));

    files.note(AttemptNote.beginning("7", 1, "process"));

    assertThat(files.progress().file()).doesNotExist();
  }
}

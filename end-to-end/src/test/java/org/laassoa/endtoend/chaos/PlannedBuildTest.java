package org.laassoa.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannedBuildTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = BuildKind.class,
      names = {"CANCELLED"},
      mode = EnumSource.Mode.EXCLUDE)
  void the_script_prints_exactly_what_was_computed(BuildKind kind)
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    // Given
    PlannedBuild build = PlannedBuild.of("key", kind, new SplittableRandom(kind.ordinal()));
    Path script = Files.writeString(folder.resolve("compile.sh"), PlannedBuild.SCRIPT);
    Map<String, String> environment = new HashMap<>(build.parameters());
    environment.put("CHAOS_PAUSE", "0");
    environment.put("LAAS_ATTEMPT", "2");
    environment.put("LAAS_DEPENDENCY_LIB", folder.toString());

    // When
    Path output = folder.resolve("output");
    ProcessBuilder shell = new ProcessBuilder("sh", script.toString());
    shell.redirectOutput(output.toFile()).environment().putAll(environment);
    int exit = shell.start().waitFor();

    // Then
    byte[] printed = Files.readAllBytes(output);
    assertThat(sha256(printed))
        .as(() -> new String(printed, StandardCharsets.UTF_8).lines().limit(5).toList().toString())
        .isEqualTo(build.outputSha256());
    assertThat(exit).isEqualTo(kind == BuildKind.FAILING ? PlannedBuild.FAILING_EXIT : 0);
    assertThat(Files.readString(folder.resolve(Ledger.FILE)))
        .startsWith("start key 2 ")
        .containsPattern("\nend key 2 [-0-9a-f]+\n$");
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}

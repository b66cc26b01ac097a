package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.RequiresEngine;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.Executor.ImageBuild;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Outcome;

@RequiresEngine
@Timeout(60)
class ImageBuildIT {

  @TempDir Path root;
  EngineTestBed bed;
  String image;

  @BeforeEach
  void connect() throws Exception {
    bed = new EngineTestBed(root);
    image = "laas-test/built:" + bed.environment;
  }

  @AfterEach
  void cleanUp() {
    bed.executor.removeImage(image);
    bed.close();
  }

  @Test
  void an_image_is_made_with_a_build_argument() throws Exception {
    // Given
    String dockerfile = "FROM laas-test/busybox:1\nARG GREETING\nRUN echo \"says $GREETING\"\n";
    // When
    ImageReport report = build(dockerfile, Map.of("GREETING", "hello & so on"));
    // Then
    assertThat(report.name()).isEqualTo(image);
    assertThat(report.id()).startsWith("sha256:");
    assertThat(report.digest()).isNull();
    assertThat(bed.lines).contains("says hello & so on");
  }

  @Test
  void the_context_is_what_the_ignore_file_leaves_of_it() throws Exception {
    // Given
    Path source = bed.workspace.source();
    Files.createDirectories(source.resolve("node_modules/x"));
    Files.writeString(source.resolve("node_modules/x/big.js"), "big");
    Files.createDirectories(source.resolve("src/资源"));
    Files.writeString(source.resolve("src/资源/" + "n".repeat(150) + ".txt"), "long");
    Files.writeString(source.resolve("a.log"), "log");
    Files.writeString(source.resolve("keep.log"), "kept");
    Files.createSymbolicLink(source.resolve("link"), Path.of("/etc/hostname"));
    Files.writeString(source.resolve(".dockerignore"), "node_modules\n*.log\n!keep.log\n");
    String dockerfile =
        """
        FROM laas-test/busybox:1
        COPY . /c
        RUN cd /c && find . -type f | sed 's/nnn*/n/' | sort && readlink link
        """;
    // When
    build(dockerfile, Map.of());
    // Then
    assertThat(bed.lines)
        .containsSubsequence("./.dockerignore", "./keep.log", "./src/资源/n.txt", "/etc/hostname")
        .noneMatch(line -> line.contains("big.js") || line.contains("a.log"))
        .noneMatch(line -> line.contains("./" + ImageContext.DOCKERFILE));
  }

  @Test
  void several_stages_make_one_image() throws Exception {
    // Given
    String dockerfile =
        """
        FROM laas-test/busybox:1 AS first
        RUN echo made-before >/made
        FROM laas-test/busybox:1
        ENV STAGE=second
        COPY --from=first /made /made
        RUN cat /made && echo $STAGE
        """;
    // When
    build(dockerfile, Map.of());
    // Then
    assertThat(bed.lines).contains("made-before", "second");
  }

  @Test
  void a_line_that_fails_is_the_inputs_failure() {
    // Given
    String dockerfile = "FROM laas-test/busybox:1\nRUN echo so far; exit 9\n";
    // When
    var failure = assertThatThrownBy(() -> build(dockerfile, Map.of()));
    // Then
    failure.satisfies(e -> assertThat(reason(e)).isEqualTo(FailureReason.IMAGE_BUILD_FAILED));
    failure.hasMessageContaining("non-zero code: 9");
    assertThat(bed.lines).contains("so far");
  }

  @Test
  void a_dockerfile_that_is_none_is_the_inputs_failure() {
    // Given
    String dockerfile = "FROM laas-test/busybox:1\nNOSUCHLINE x\n";
    // When
    var failure = assertThatThrownBy(() -> build(dockerfile, Map.of()));
    // Then
    failure.satisfies(e -> assertThat(reason(e)).isEqualTo(FailureReason.IMAGE_BUILD_FAILED));
    failure.hasMessageContaining("unknown instruction: NOSUCHLINE");
  }

  @Test
  void a_base_image_that_cannot_be_had_is_told_from_a_line_that_fails() {
    // Given
    String dockerfile = "FROM laas-test/busybox:1\nFROM 127.0.0.1:1/laas-test/absent:1\n";
    // When
    var failure = assertThatThrownBy(() -> build(dockerfile, Map.of()));
    // Then
    failure.satisfies(e -> assertThat(reason(e)).isEqualTo(FailureReason.IMAGE_UNAVAILABLE));
  }

  @Test
  void a_dockerfile_that_links_out_of_the_context_is_not_read() throws Exception {
    // Given
    Path secret = Files.writeString(root.resolve("secret"), "TOKEN abc");
    Path dockerfile = bed.workspace.source().resolve("Dockerfile");
    Files.createSymbolicLink(dockerfile, secret);
    // When
    var failure = assertThatThrownBy(() -> bed.executor.buildImage(order(dockerfile), bed));
    // Then
    failure.isInstanceOf(BuildFailure.class).hasMessageContaining("a link that leads out");
  }

  @Test
  void an_interrupt_ends_the_build() throws Exception {
    // Given
    var running = new CountDownLatch(1);
    Path dockerfile = bed.workspace.build().resolve("Dockerfile");
    Files.writeString(
        dockerfile,
        "FROM laas-test/busybox:1\nRUN echo running " + bed.environment + "; sleep 300\n");
    var ended = new CompletableFuture<Throwable>();
    Thread build =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    bed.executor.buildImage(
                        order(dockerfile),
                        line -> {
                          if (line.equals("running " + bed.environment)) {
                            running.countDown();
                          }
                        });
                    ended.complete(null);
                  } catch (BuildFailure | InterruptedException | RuntimeException e) {
                    ended.complete(e);
                  }
                });
    running.await();
    // When
    build.interrupt();
    // Then
    assertThat(ended.get(2, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }

  private ImageReport build(String dockerfile, Map<String, String> arguments) throws Exception {
    Path file = bed.workspace.build().resolve("Dockerfile");
    Files.writeString(file, dockerfile);
    return bed.executor.buildImage(
        new ImageBuild("1", file, bed.workspace.source(), image, arguments, "none", null), bed);
  }

  private ImageBuild order(Path dockerfile) {
    return new ImageBuild("1", dockerfile, bed.workspace.source(), image, Map.of(), "none", null);
  }

  private static FailureReason reason(Throwable failure) {
    return ((Outcome.InputFailed) ((BuildFailure) failure).outcome()).reason();
  }
}

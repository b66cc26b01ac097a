package org.laassoa.builder.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.laassoa.builder.git.GitHttpServer.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.workspace.FileTree;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.Source;

class CheckoutTest {

  @TempDir private Path folder;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Checkout checkout = new Checkout(Patience.NONE);
  private final Checkout patient =
      new Checkout(
          new Patience(
              Duration.ofSeconds(60),
              List.of(Duration.ofMillis(10), Duration.ofMillis(10)),
              Duration.ofSeconds(30)));
  private Workspace workspace;
  private GitHttpServer server;
  private Path work;

  @BeforeEach
  void serveRepository() throws Exception {
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(gitIsThere(), "needs git");
    }
    workspace = new Workspace(folder.resolve("workspace"));
    server = new GitHttpServer(Files.createDirectories(folder.resolve("served")));
    work = server.repository("app.git");
    byte[] noise = new byte[300_000];
    new Random(1).nextBytes(noise);
    Files.write(work.resolve("noise.bin"), noise);
    Files.createDirectories(work.resolve("src/deep"));
    Files.writeString(work.resolve("src/deep/old.txt"), "old");
    Files.writeString(work.resolve(".gitignore"), "out/\n");
    commit("first");
  }

  @AfterEach
  void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void a_branch_is_fetched_the_second_time() throws Exception {
    run("branch", "main");
    long first = server.uploaded();
    Files.writeString(work.resolve("new.txt"), "new");
    String commit = commit("second");

    CheckedOut checkedOut = run("branch", "main");

    assertThat(checkedOut.commit()).isEqualTo(commit);
    assertThat(first).isGreaterThan(300_000);
    assertThat(server.uploaded() - first).isLessThan(3_000);
    assertThat(workspace.source().resolve("new.txt")).hasContent("new");
    assertThat(log.getLast()).isEqualTo("commit " + commit + " second");
  }

  @Test
  void a_forced_push_and_leftovers_of_a_build_leave_nothing_stale() throws Exception {
    run("branch", "main");
    Path source = workspace.source();
    Files.createDirectories(source.resolve("out/classes"));
    Files.writeString(source.resolve("out/classes/A.class"), "x");
    Files.createDirectories(source.resolve("nested"));
    git(source.resolve("nested"), "init", "-q");
    Files.writeString(source.resolve("src/deep/old.txt"), "changed by the build");
    Files.createSymbolicLink(source.resolve("link"), folder);
    git(work, "rm", "-q", "src/deep/old.txt");
    git(work, "commit", "-q", "--amend", "-m", "rewritten");
    git(work, "push", "-q", "-f", "origin", "main");

    run("branch", "main");

    try (Stream<Path> files = Files.walk(source)) {
      assertThat(
              files
                  .map(file -> source.relativize(file).toString())
                  .filter(name -> !name.startsWith(".git/")))
          .containsExactlyInAnyOrder("", ".git", ".gitignore", "noise.bin");
    }
    assertThat(git(source, "status", "--porcelain")).isEmpty();
    assertThat(folder.resolve("served")).exists();
  }

  @Test
  void what_a_build_put_in_the_place_of_files_and_folders_is_undone() throws Exception {
    run("branch", "main");
    Path source = workspace.source();
    Files.delete(source.resolve("noise.bin"));
    Files.createDirectories(source.resolve("noise.bin/deep"));
    Files.writeString(source.resolve("noise.bin/deep/file"), "x");
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("old.txt"), "not ours");
    FileTree.delete(source.resolve("src/deep"));
    Files.createSymbolicLink(source.resolve("src/deep"), outside);

    run("branch", "main");

    assertThat(git(source, "status", "--porcelain", "--ignored")).isEmpty();
    assertThat(source.resolve("noise.bin")).isRegularFile();
    assertThat(source.resolve("src/deep")).isDirectory().isReadable();
    assertThat(Files.isSymbolicLink(source.resolve("src/deep"))).isFalse();
    assertThat(outside.resolve("old.txt")).hasContent("not ours");
  }

  @Test
  void a_tag_is_checked_out_fresh_and_can_be_discarded() throws Exception {
    git(work, "tag", "-a", "v1", "-m", "v1");
    git(work, "push", "-q", "origin", "v1");
    String commit = git(work, "rev-parse", "HEAD");

    assertThat(run("tag", "v1").commit()).isEqualTo(commit);
    assertThat(run("tag", "v1").commit()).isEqualTo(commit);

    assertThat(log).noneMatch(line -> line.startsWith("fetching"));
    checkout.discard(workspace);
    assertThat(workspace.directory()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.lock", "objects", "refs/heads/main.lock"})
  void a_damaged_checkout_is_cloned_again(String damaged) throws Exception {
    run("branch", "main");
    Path victim = workspace.source().resolve(".git").resolve(damaged);
    FileTree.delete(victim);
    Files.writeString(victim, "damaged");
    Files.writeString(work.resolve("new.txt"), "new");
    String commit = commit("second");

    assertThat(run("branch", "main").commit()).isEqualTo(commit);

    assertThat(log).anyMatch(line -> line.contains("cloning again"));
    assertThat(git(workspace.source(), "status", "--porcelain")).isEmpty();
  }

  @Test
  void settings_that_a_build_left_behind_have_no_effect() throws Exception {
    run("branch", "main");
    git(workspace.source(), "config", "url.http://127.0.0.1:1/.insteadOf", server.url(""));
    git(workspace.source(), "update-index", "--assume-unchanged", "src/deep/old.txt");
    Files.writeString(workspace.source().resolve("src/deep/old.txt"), "poison");

    run("branch", "main");

    assertThat(workspace.source().resolve("src/deep/old.txt")).hasContent("old");
  }

  @Test
  void submodules_with_relative_addresses_are_checked_out() throws Exception {
    Path library = server.repository("lib.git");
    Files.writeString(library.resolve("lib.txt"), "lib");
    commitIn(library, "lib");
    git(work, "-c", "protocol.file.allow=always", "submodule", "add", "-q", "../lib.git", "lib");
    commit("with submodule");

    run(source("main", GitHttpServer.PASSWORD, true), "branch");
    run(source("main", GitHttpServer.PASSWORD, true), "branch");

    assertThat(workspace.source().resolve("lib/lib.txt")).hasContent("lib");
    assertThat(git(workspace.source(), "status", "--porcelain")).isEmpty();
  }

  @Test
  void a_ref_that_is_not_there_is_named() {
    assertThat(failure(source("nope", GitHttpServer.PASSWORD, false)))
        .isEqualTo(
            new Outcome.InputFailed(
                "checkout",
                FailureReason.REF_NOT_FOUND,
                "there is no branch nope in " + server.url("app.git")));
  }

  @Test
  void a_refused_login_is_named_without_the_password() throws Exception {
    Outcome outcome = failure(source("main", "wrong-password", false));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.InputFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(FailureReason.GIT_LOGIN_REFUSED));
    assertThat(outcome.toString() + log).doesNotContain("wrong-password");
  }

  @Test
  void a_server_that_asked_for_the_login_is_given_it_unasked_the_next_time() throws Exception {
    run("branch", "main");
    int before = server.refused();

    run("branch", "main");

    assertThat(before).isPositive();
    assertThat(server.refused()).isEqualTo(before);
  }

  @Test
  void a_login_that_is_no_longer_right_is_named_as_such() throws Exception {
    run("branch", "main");
    server.changePassword("other");

    Outcome outcome = failure(source("main", GitHttpServer.PASSWORD, false));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.InputFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(FailureReason.GIT_LOGIN_REFUSED));
  }

  @Test
  void an_unknown_repository_is_named() {
    Source unknown =
        new Source(
            "git",
            "x",
            server.url("unknown.git"),
            "main",
            GitHttpServer.USERNAME,
            GitHttpServer.PASSWORD,
            false);

    assertThat(failure(unknown))
        .isInstanceOfSatisfying(
            Outcome.InputFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(FailureReason.REPOSITORY_NOT_FOUND));
  }

  @Test
  void a_server_that_does_not_answer_is_not_the_users_fault() {
    server.close();

    assertThat(failure(source("main", GitHttpServer.PASSWORD, false)))
        .isInstanceOfSatisfying(
            Outcome.InfrastructureFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(FailureReason.GIT_UNREACHABLE));
  }

  @Test
  void a_clone_that_is_cut_twice_is_tried_until_it_is_whole() throws Exception {
    server.cutAfter(50_000, 2);

    CheckedOut checkedOut = runPatiently();

    assertThat(checkedOut.commit()).isEqualTo(git(work, "rev-parse", "HEAD"));
    assertThat(log).filteredOn(line -> line.startsWith("cloning ")).hasSize(3);
    assertThat(log).filteredOn(line -> line.contains("; trying again in ")).hasSize(2);
  }

  @Test
  void a_fetch_that_is_cut_keeps_the_clone() throws Exception {
    run("branch", "main");
    byte[] more = new byte[300_000];
    new Random(2).nextBytes(more);
    Files.write(work.resolve("more.bin"), more);
    String commit = commit("more");
    server.cutAfter(50_000, 1);
    log.clear();

    CheckedOut checkedOut = runPatiently();

    assertThat(checkedOut.commit()).isEqualTo(commit);
    assertThat(log).filteredOn(line -> line.startsWith("fetching ")).hasSize(2);
    assertThat(log).noneMatch(line -> line.contains("cloning"));
  }

  @Test
  void a_connection_that_is_cut_after_the_login_was_asked_for_is_no_refusal() throws Exception {
    server.cutLogins();

    BuildFailure failure = catchThrowableOfType(BuildFailure.class, this::runPatiently);

    assertThat(failure.outcome())
        .hasFieldOrPropertyWithValue("reason", FailureReason.GIT_UNREACHABLE);
    assertThat(log).filteredOn(line -> line.startsWith("cloning ")).hasSize(3);
  }

  @Test
  void what_the_server_refuses_is_not_tried_again() {
    Source wrong = source("main", "wrong-password", false);

    BuildFailure failure =
        catchThrowableOfType(
            BuildFailure.class, () -> patient.run(wrong, "branch", workspace, log::add));

    assertThat(failure.outcome())
        .hasFieldOrPropertyWithValue("reason", FailureReason.GIT_LOGIN_REFUSED);
    assertThat(log).hasSize(1);
  }

  @Test
  void an_interrupt_ends_the_pause_before_a_further_try() throws Exception {
    server.close();
    Checkout slow =
        new Checkout(
            new Patience(
                Duration.ofSeconds(60), List.of(Duration.ofMinutes(5)), Duration.ofMinutes(9)));
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread build =
        Thread.startVirtualThread(
            () -> {
              try {
                slow.run(
                    source("main", GitHttpServer.PASSWORD, false), "branch", workspace, log::add);
                ended.complete(new AssertionError("ended by itself"));
              } catch (Throwable e) {
                ended.complete(e);
              }
            });
    await().until(() -> log.stream().anyMatch(line -> line.contains("; trying again in ")));

    build.interrupt();

    assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void the_password_is_nowhere_on_the_disk() throws Exception {
    run("branch", "main");

    try (Stream<Path> files = Files.walk(workspace.directory())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), UTF_8))
            .doesNotContain(GitHttpServer.PASSWORD);
      }
    }
  }

  @Test
  void a_cancel_ends_a_transfer_that_hangs_within_two_seconds() throws Exception {
    server.hangAfter(50_000);
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread build =
        Thread.startVirtualThread(
            () -> {
              try {
                run("branch", "main");
                ended.complete(new AssertionError("ended by itself"));
              } catch (Throwable e) {
                ended.complete(e);
              }
            });
    server.awaitHung();
    long start = System.nanoTime();

    build.interrupt();

    assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void a_server_that_falls_silent_in_a_transfer_counts_as_unreachable() {
    server.hangAfter(50_000);
    Checkout impatient =
        new Checkout(new Patience(Duration.ofMillis(300), List.of(), Duration.ZERO));

    BuildFailure failure =
        catchThrowableOfType(
            BuildFailure.class,
            () ->
                impatient.run(
                    source("main", GitHttpServer.PASSWORD, false), "branch", workspace, log::add));

    assertThat(failure.outcome())
        .hasFieldOrPropertyWithValue("reason", FailureReason.GIT_UNREACHABLE);
  }

  private CheckedOut runPatiently() throws Exception {
    return patient.run(
        source("main", GitHttpServer.PASSWORD, false), "branch", workspace, log::add);
  }

  private Outcome failure(Source source) {
    BuildFailure failure = catchThrowableOfType(BuildFailure.class, () -> run(source, "branch"));
    return failure.outcome();
  }

  private CheckedOut run(String type, String ref) throws Exception {
    return run(source(ref, GitHttpServer.PASSWORD, false), type);
  }

  private CheckedOut run(Source source, String type) throws Exception {
    return checkout.run(source, type, workspace, log::add);
  }

  private Source source(String ref, String password, boolean submodules) {
    return new Source(
        "git", "app.git", server.url("app.git"), ref, GitHttpServer.USERNAME, password, submodules);
  }

  private String commit(String subject) throws Exception {
    return commitIn(work, subject);
  }

  private static String commitIn(Path work, String subject) throws Exception {
    git(work, "add", "-A");
    git(work, "commit", "-q", "-m", subject);
    git(work, "push", "-q", "origin", "main");
    return git(work, "rev-parse", "HEAD");
  }

  private static boolean gitIsThere() {
    try {
      return !git(Path.of("."), "--version").isEmpty();
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }
}

package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.git.GitRepository;
import org.laassoa.endtoend.git.Traffic;

/** Case 6: a branch is cloned once and fetched after; a tag is checked out fresh and not kept. */
@ExtendWith(Worlds.Extension.class)
class CheckoutIT {

  private static final int LARGE = 2_000_000;
  private static final String LIST = "find . -name .git -prune -o -type f -print | sort\n";

  private final Worlds worlds;

  CheckoutIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @EachExecution
  void a_branch_is_fetched_the_second_time(Execution execution) throws InterruptedException {
    // Given
    World world = worlds.on(execution);
    String name = World.unique("branch");
    GitRepository repository = world.repository(name);
    repository.write("large", large()).commit("A large file");
    String project = world.project(name).compile("cat new 2>/dev/null || true\n").save();
    world.build(project);
    String commit = repository.write("new", "only in the second commit").commit("A small file");
    world.git().forgetTraffic();

    // When
    Build second = world.build(project);

    // Then
    assertThat(second.state()).as(world.log(second)).isEqualTo("succeeded");
    assertThat(second.commit()).isEqualTo(commit);
    assertThat(world.output(second, "compile")).isEqualTo("only in the second commit");
    assertThat(objectBytes(world, name)).isPositive().isLessThan(20_000);
  }

  @EachExecution
  void the_first_time_the_whole_branch_comes(Execution execution) throws InterruptedException {
    // Given
    World world = worlds.on(execution);
    String name = World.unique("clone");
    world.repository(name).write("large", large()).commit("A large file");
    String project = world.project(name).compile(LIST).save();
    world.git().forgetTraffic();

    // When
    Build first = world.build(project);

    // Then
    assertThat(first.state()).as(world.log(first)).isEqualTo("succeeded");
    assertThat(world.output(first, "compile")).isEqualTo("./large\n");
    assertThat(objectBytes(world, name)).isGreaterThan(LARGE);
  }

  @EachExecution
  void deleted_files_and_a_force_push_leave_nothing_stale(Execution execution)
      throws InterruptedException {
    // Given
    World world = worlds.on(execution);
    String name = World.unique("force");
    GitRepository repository = world.repository(name);
    repository.write("kept", "1").write("deleted", "2").commit("First");
    repository.write("rewritten", "3").commit("Second");
    String project = world.project(name).compile(LIST + "touch made-by-the-build\n").save();
    world.build(project);
    repository.delete("rewritten").delete("deleted").write("other", "4");
    String commit = repository.replaceCommit("Second, otherwise");

    // When
    Build build = world.build(project);

    // Then
    assertThat(build.commit()).as(world.log(build)).isEqualTo(commit);
    assertThat(world.output(build, "compile")).isEqualTo("./kept\n./other\n");
  }

  @EachExecution
  void a_tag_built_twice_leaves_nothing_behind(Execution execution)
      throws IOException, InterruptedException {
    // Given
    World world = worlds.on(execution);
    String name = World.unique("tag");
    GitRepository repository = world.repository(name);
    String commit = repository.write("file", "1").commit("First");
    repository.tag("v1.0");
    repository.write("file", "2").commit("Second");
    String project = world.project(name).compile("cat file\n").save();
    world.build(project, "tag", "v1.0");

    // When
    Build build = world.build(project, "tag", "v1.0");

    // Then
    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
    assertThat(build.commit()).isEqualTo(commit);
    assertThat(world.output(build, "compile")).isEqualTo("1");
    assertThat(filesBelowTags(world, name)).isEmpty();
  }

  @EachExecution
  void submodules_come_along_where_the_project_says_so(Execution execution)
      throws InterruptedException {
    // Given
    World world = worlds.on(execution);
    String inner = World.unique("inner");
    world.repository(inner).write("file", "from the submodule").commit("Inner");
    String outer = World.unique("outer");
    // A relative address: the same server and login, and no password in the file.
    GitRepository repository = world.repository(outer);
    repository.write("README", "outer").commit("Outer");
    repository.submodule("../" + inner + ".git", "lib");
    repository.commit("With a submodule");
    String project = world.project(outer).with("submodules", true).compile("cat lib/file\n").save();

    // When
    Build build = world.build(project);

    // Then
    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
    assertThat(world.output(build, "compile")).isEqualTo("from the submodule");
  }

  @EachExecution
  void names_may_be_chinese(Execution execution) throws InterruptedException {
    // Given
    World world = worlds.on(execution);
    String name = World.unique("项目");
    String commit =
        world.repository(name).branch("功能/登录").write("源代码/文件.txt", "内容").commit("第一次提交");
    String project = world.project(name).compile("cat 源代码/文件.txt\n").save();

    // When
    Build build = world.build(project, "branch", "功能/登录");

    // Then
    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
    assertThat(build.commit()).isEqualTo(commit);
    assertThat(world.output(build, "compile")).isEqualTo("内容");
    assertThat(world.log(build)).contains("第一次提交");
  }

  /** How many bytes of objects the Git server has sent of a repository. */
  private static long objectBytes(World world, String repository) {
    return world.git().traffic().stream()
        .filter(traffic -> traffic.path().contains("/" + repository + ".git/"))
        .filter(Traffic::sentObjects)
        .mapToLong(Traffic::responseBytes)
        .sum();
  }

  private static List<String> filesBelowTags(World world, String repository) throws IOException {
    try (var files = Files.walk(world.agent().root())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> world.agent().root().relativize(file).toString())
          .filter(file -> file.contains(repository) && file.contains("/tag/"))
          .filter(file -> file.contains("/source/") || file.contains("/target/"))
          .toList();
    }
  }

  /** Text that does not compress to less than {@link #LARGE} bytes. */
  private static String large() {
    byte[] bytes = new byte[LARGE];
    new Random(1).nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}

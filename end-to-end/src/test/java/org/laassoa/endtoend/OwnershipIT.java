package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.git.GitRepository;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.Command;
import org.laassoa.endtoend.process.PackagedAgent;

/** An agent that is not root, whose scripts are root in their containers. */
@ExtendWith(Worlds.Extension.class)
class OwnershipIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** Leaves in each folder that it can write what an ordinary user could not remove. */
  private static final String SCRIPT =
      """
      for folder in "$LAAS_SOURCE" "$LAAS_TARGET" "$LAAS_DEPENDENCY_LIB"; do
        cd "$folder" || exit 1
        rm -rf left
        mkdir left && cd left || exit 1
        mkdir sealed hidden shared
        echo file >sealed/file; chmod 0500 sealed
        echo file >hidden/file; chmod 0000 hidden
        echo file >shared/file; chmod 6775 shared; chmod 4755 shared/file
        echo file >alien; chown 4711:4712 alien
        ln -s /etc etc
        ln -s %1$s outside
        ln -s ../../../../../../../../../../../../..%1$s far
      done
      chmod 0555 "$LAAS_SOURCE/folder"
      echo left
      """;

  private final Worlds worlds;
  private final List<Path> roots = new ArrayList<>();

  OwnershipIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @AfterEach
  void removeImages() {
    roots.forEach(root -> Needs.engine().removeImages("org.laassoa.root=" + root));
  }

  @Test
  void what_a_container_leaves_as_root_is_the_agents_and_in_nobodys_way() throws Exception {
    Needs.engine();
    World world = worlds.bare();
    Path outside = outside(world);
    String name = World.unique("ownership");
    GitRepository repository = world.repository(name);
    repository.write("folder/tracked", "1").commit("One");
    String project = world.project(name).compile(SCRIPT.formatted(outside)).save();
    try (PackagedAgent agent = startAsOther(world)) {
      // Given
      Build first = world.build(project);
      assertThat(first.state()).as(world.log(first)).isEqualTo("succeeded");
      assertThat(notOf(user(), agent.settings().root())).isEmpty();
      assertThat(owner(outside)).isZero();

      // When
      repository.write("folder/tracked", "2").write("left", "now a file").commit("Two");
      world
          .project(name)
          .compile("cat folder/tracked; echo; cat left; echo; ls \"$LAAS_TARGET\"\n")
          .save();
      Build second = world.build(project);

      // Then
      assertThat(second.state()).as(world.log(second)).isEqualTo("succeeded");
      assertThat(world.output(second, "compile")).isEqualToIgnoringWhitespace("2 now a file");
    }
  }

  @Test
  void the_workspace_of_a_tag_is_removed_with_all_that_root_left() throws Exception {
    Needs.engine();
    World world = worlds.bare();
    String name = World.unique("ownership");
    GitRepository repository = world.repository(name);
    repository.write("folder/tracked", "1").commit("One");
    repository.tag("v1");
    String project = world.project(name).compile(SCRIPT.formatted(outside(world))).save();
    try (PackagedAgent agent = startAsOther(world)) {

      Build build = world.build(project, "tag", "v1");

      assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
      assertThat(agent.settings().root().resolve("git/" + name + ".git/tag")).isEmptyDirectory();
    }
  }

  @Test
  void what_a_build_leaves_that_nobody_goes_on_with_is_given_back_too() throws Exception {
    Needs.engine();
    World world = worlds.bare();
    String name = World.unique("ownership");
    world.repository(name).write("folder/tracked", "1").commit("One");
    String project =
        world.project(name).compile(SCRIPT.formatted(outside(world)) + "sleep 600\n").save();
    try (PackagedAgent killed = startAsOther(world)) {
      // Given
      Build queued = world.api().enqueue(project, "branch", "main", Map.of());
      world.awaitLog(queued, "left\n");
      killed.process().killAlone();
      world.api().cancel(queued.id());
      world.api().awaitEnd(queued.id(), LIMIT);

      // When
      try (PackagedAgent again =
          PackagedAgent.start(asOther(), world.server().address(), "", killed.settings())) {

        // Then
        await().atMost(LIMIT).until(() -> BuildContainers.of(queued.id()).isEmpty());
        await()
            .atMost(LIMIT)
            .untilAsserted(() -> assertThat(notOf(user(), killed.settings().root())).isEmpty());
        assertThat(again.process().alive()).isTrue();
      }
    }
  }

  /** A file of root's that links lead to. */
  private static Path outside(World world) throws IOException {
    return Files.writeString(world.folder().resolve("outside"), "root's\n");
  }

  private PackagedAgent startAsOther(World world) throws Exception {
    String name = World.unique("other");
    Path root = Files.createDirectories(world.folder().resolve(name));
    roots.add(root);
    // The world's folder is root's alone; the other user must come through.
    Command.require(root, Map.of(), List.of("chmod", "a+x", world.folder().toString()));
    Command.require(root, Map.of(), List.of("chown", user() + ":" + user(), root.toString()));
    PackagedAgent.Settings settings =
        new PackagedAgent.Settings(
            name, root, "docker", 1, Map.of("LAAS_GRACE", "0", "HOME", root.toString()));
    return PackagedAgent.start(
        asOther(), world.server().address(), world.api().joinToken(), settings);
  }

  /** As another user, with the group that may use the engine and no other. */
  private static List<String> asOther() throws IOException {
    String user = Integer.toString(user());
    Path socket = Path.of(Needs.setting("DOCKER_HOST").replaceFirst("^unix://", ""));
    List<String> program = new ArrayList<>();
    program.addAll(List.of("setpriv", "--reuid", user, "--regid", user));
    program.addAll(List.of("--groups", Files.getAttribute(socket, "unix:gid").toString()));
    program.addAll(Checkout.agentCommand());
    return program;
  }

  /** The account of the SSH tests: it has nothing that an agent's could not have. */
  private static int user() throws IOException {
    Needs.root();
    String name = Needs.setting("LAAS_TEST_SSH_USER");
    return Files.readAllLines(Path.of("/etc/passwd")).stream()
        .map(line -> line.split(":", -1))
        .filter(fields -> fields[0].equals(name))
        .map(fields -> Integer.parseInt(fields[2]))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> notOf(int user, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> owner(file) != user).toList();
    }
  }

  private static int owner(Path file) {
    try {
      return (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

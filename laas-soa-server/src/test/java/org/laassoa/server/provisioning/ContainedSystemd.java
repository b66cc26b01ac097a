package org.laassoa.server.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;

/**
 * A real systemd in namespaces and on a file system of its own, and an SSH server in it for the
 * accounts of the world. What is written there is gone with it. Only root can have one.
 */
final class ContainedSystemd implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final Path folder;
  private final Process unshare;
  private final int port;

  private ContainedSystemd(Path folder, Process unshare, int port) {
    this.folder = folder;
    this.unshare = unshare;
    this.port = port;
  }

  /** Starts one; skips the test where that is not possible, and fails it in CI. */
  static ContainedSystemd start() throws Exception {
    SshWorld.user();
    Path folder = Files.createTempDirectory("contained-systemd");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    prepareSshd(folder, port);
    Process unshare =
        new ProcessBuilder(
                "unshare",
                "--pid",
                "--fork",
                "--kill-child",
                "--mount",
                "--uts",
                "--ipc",
                "sh",
                folder.resolve("contained-systemd.sh").toString(),
                Files.createDirectory(folder.resolve("mounts")).toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    ContainedSystemd systemd = new ContainedSystemd(folder, unshare, port);
    try {
      Awaitility.await().atMost(START_LIMIT).until(systemd::isUp);
    } catch (ConditionTimeoutException e) {
      String said = Files.readString(folder.resolve("log"));
      systemd.close();
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError("in CI nothing is skipped, but no systemd starts: " + said, e);
      }
      Assumptions.abort("no systemd can be started in a namespace: " + said);
    }
    if (systemd.run("/usr/sbin/sshd", "-f", folder.resolve("config").toString()) != 0) {
      throw new IllegalStateException("no SSH server starts in the contained systemd");
    }
    return systemd;
  }

  /** All files are there before it starts: they are seen from inside, on its file system. */
  private static void prepareSshd(Path folder, int port) throws IOException, InterruptedException {
    try (InputStream text =
        Objects.requireNonNull(
            ContainedSystemd.class.getResourceAsStream("contained-systemd.sh"))) {
      Files.copy(text, folder.resolve("contained-systemd.sh"));
    }
    Path key = folder.resolve("host_key");
    new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
        .start()
        .waitFor();
    Path authorized = folder.resolve("authorized");
    Files.copy(Path.of(SshWorld.setting("LAAS_TEST_SSH_KEY") + ".pub"), authorized);
    Files.writeString(
        folder.resolve("config"),
        """
        ListenAddress 127.0.0.1
        Port %d
        HostKey %s
        PidFile none
        UsePAM no
        StrictModes no
        PermitRootLogin prohibit-password
        AuthorizedKeysFile %s
        Subsystem sftp internal-sftp
        """
            .formatted(port, key, authorized));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private boolean isUp() throws IOException, InterruptedException {
    return unshare.isAlive()
        && unshare.children().findAny().isPresent()
        && run("systemctl", "is-active", "--quiet", "basic.target") == 0;
  }

  int port() {
    return port;
  }

  /** Runs a program in it, as root; its exit code. */
  int run(String... command) throws IOException, InterruptedException {
    Process inside = enter(command);
    inside.getInputStream().transferTo(OutputStream.nullOutputStream());
    return inside.waitFor();
  }

  /** What a program prints that runs in it, as root. */
  String ask(String... command) {
    try {
      byte[] printed = enter(command).getInputStream().readAllBytes();
      return new String(printed, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process enter(String... command) throws IOException {
    long init = unshare.children().findAny().orElseThrow().pid();
    List<String> inside =
        new ArrayList<>(
            List.of("nsenter", "-t", Long.toString(init), "-m", "-p", "-u", "-i", "-r", "--"));
    inside.addAll(List.of(command));
    return new ProcessBuilder(inside).redirectErrorStream(true).start();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    unshare.descendants().forEach(ProcessHandle::destroyForcibly);
    unshare.destroyForcibly().waitFor();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}

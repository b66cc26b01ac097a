package org.laassoa.server.provisioning;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.awaitility.Awaitility;

/** An SSH server of one's own, for the accounts of the world, whose host key can be changed. */
final class TestSshd implements AutoCloseable {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  private final Path folder;
  private final int port;
  private Process process;

  private TestSshd(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Starts one on a free port of loopback; only root can. */
  static TestSshd start() throws IOException, InterruptedException {
    SshWorld.user();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      TestSshd sshd = new TestSshd(Files.createTempDirectory("sshd"), free.getLocalPort());
      free.close();
      sshd.startWithNewKey();
      return sshd;
    }
  }

  int port() {
    return port;
  }

  /** Ends it and starts it on the same port with another host key and an empty log. */
  void startWithNewKey() throws IOException, InterruptedException {
    end();
    Path key = folder.resolve("host_key");
    Files.deleteIfExists(key);
    Files.deleteIfExists(folder.resolve("host_key.pub"));
    run(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()));
    Path config = folder.resolve("config");
    Files.writeString(
        config,
        """
        ListenAddress 127.0.0.1
        Port %d
        HostKey %s
        PidFile none
        UsePAM no
        StrictModes no
        LogLevel DEBUG2
        AuthorizedKeysFile none
        Subsystem sftp internal-sftp
        """
            .formatted(port, key));
    Path log = folder.resolve("log");
    Files.deleteIfExists(log);
    process =
        new ProcessBuilder(SSHD.toString(), "-D", "-f", config.toString(), "-E", log.toString())
            .start();
    Awaitility.await().until(() -> Files.exists(log) && log().contains("Server listening"));
  }

  /** Its public key, as {@code ssh-keygen} has written it. */
  String publicKey() throws IOException {
    return Files.readString(folder.resolve("host_key.pub")).strip();
  }

  /** What it has logged since it was started. */
  String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException(command.getFirst() + " failed");
    }
  }

  private void end() throws InterruptedException {
    if (process != null) {
      process.destroy();
      process.waitFor();
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    end();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}

package org.laassoa.server.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFacts;
import org.laassoa.server.machine.MachineFailure;

/** The agents that this server can install: files of one folder, by system and architecture. */
@ApplicationScoped
class AgentBinaries {
  /** The names that {@code uname -m} has for what releases call otherwise. */
  private static final Map<String, String> ARCHITECTURES =
      Map.of("x86_64", "amd64", "aarch64", "arm64");

  /** A dynamic executable names the versions of the library that it was linked with. */
  private static final Pattern GLIBC = Pattern.compile("GLIBC_2\\.([0-9]{1,3})");

  private static final int PIECE = 1024 * 1024;
  private static final int OVERLAP = 16;

  private final Optional<Path> folder;
  private final Map<Stamp, AgentBinary> known = new ConcurrentHashMap<>();

  AgentBinaries(LaasConfig config) {
    this.folder = config.agentBinaries();
  }

  private record Stamp(Path file, long size, FileTime modified) {}

  /**
   * The agent for such a machine: the executable, or else the package.
   *
   * @throws StepFailure when there is none
   */
  AgentBinary of(MachineFacts facts) throws StepFailure {
    if (folder.isEmpty()) {
      throw new StepFailure(MachineFailure.of(FailureCode.NO_AGENTS));
    }
    String arch = ARCHITECTURES.get(facts.arch());
    if (!facts.system().equals("Linux") || arch == null) {
      throw new StepFailure(
          MachineFailure.of(FailureCode.NO_AGENT_FOR_SYSTEM)
              .with("system", facts.system())
              .with("arch", facts.arch()));
    }
    String name = "laas-agent-linux-" + arch;
    try {
      for (String file : new String[] {name, name + ".tar.gz"}) {
        Path path = folder.get().resolve(file);
        if (Files.isRegularFile(path)) {
          return read(path);
        }
      }
    } catch (IOException e) {
      throw new StepFailure(
          MachineFailure.of(FailureCode.AGENTS_UNREADABLE)
              .with("folder", folder.get())
              .with("said", String.valueOf(e.getMessage())));
    }
    throw new StepFailure(
        MachineFailure.of(FailureCode.NO_AGENT_FOR_ARCHITECTURE)
            .with("arch", facts.arch())
            .with("folder", folder.get())
            .with("file", name)
            .with("wanted", arch));
  }

  private AgentBinary read(Path file) throws IOException {
    Stamp stamp = new Stamp(file, Files.size(file), Files.getLastModifiedTime(file));
    AgentBinary binary = known.get(stamp);
    if (binary == null) {
      binary = examine(stamp);
      known.put(stamp, binary);
    }
    return binary;
  }

  private static AgentBinary examine(Stamp stamp) throws IOException {
    boolean archive = stamp.file().toString().endsWith(".tar.gz");
    MessageDigest digest = sha256();
    int glibc = -1;
    try (InputStream content = Files.newInputStream(stamp.file())) {
      String before = "";
      for (byte[] piece = content.readNBytes(PIECE);
          piece.length > 0;
          piece = content.readNBytes(PIECE)) {
        digest.update(piece);
        String text = before + new String(piece, StandardCharsets.ISO_8859_1);
        Matcher needed = GLIBC.matcher(text);
        while (!archive && needed.find()) {
          glibc = Math.max(glibc, Integer.parseInt(needed.group(1)));
        }
        before = text.substring(Math.max(0, text.length() - OVERLAP));
      }
    }
    return new AgentBinary(
        stamp.file(),
        archive,
        stamp.size(),
        HexFormat.of().formatHex(digest.digest()),
        glibc < 0 ? null : (Integer) glibc);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

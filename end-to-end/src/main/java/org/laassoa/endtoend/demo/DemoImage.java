package org.laassoa.endtoend.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.laassoa.endtoend.engine.Engine;
import org.laassoa.endtoend.process.Command;

/**
 * The base image of the demo, made from this host's own files so that nothing is pulled: a shell,
 * the usual small programs, and the JDK that runs this, each with the libraries it is linked to.
 */
final class DemoImage {

  private static final List<String> PROGRAMS =
      List.of(
          "sh",
          "basename",
          "cat",
          "chmod",
          "chown",
          "cp",
          "date",
          "dirname",
          "echo",
          "env",
          "false",
          "grep",
          "head",
          "id",
          "ls",
          "mkdir",
          "mv",
          "pwd",
          "rm",
          "sed",
          "sleep",
          "tail",
          "touch",
          "tr",
          "true",
          "uname");
  private static final Pattern LIBRARY =
      Pattern.compile("(?:=>\\s*|^\\s*)(/\\S+) \\(0x", Pattern.MULTILINE);

  /** Parts of a JDK that compiling and running do not need. */
  private static final Set<String> LEFT_OUT = Set.of("jmods", "man", "demo", "legal", "include");

  private final Path javaHome = Path.of(System.getProperty("java.home"));
  private final Engine engine;
  private final Path work;

  /**
   * An image for that engine.
   *
   * @param work a folder for what is needed in between
   */
  DemoImage(Engine engine, Path work) {
    this.engine = engine;
    this.work = work;
  }

  /**
   * Makes sure that the engine has the image.
   *
   * @return its name
   */
  String ensure() {
    String tag =
        (System.getProperty("java.version") + "-" + Integer.toHexString(javaHome.hashCode()))
            .replace('+', '_');
    String name = "laas-demo/jdk:" + tag;
    if (!engine.hasImage(name)) {
      try {
        build(name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return name;
  }

  private void build(String name) throws IOException {
    Path root = Files.createDirectories(work.resolve("image"));
    for (String folder : List.of("etc", "tmp", "root", "proc", "sys", "dev", "run")) {
      Files.createDirectories(root.resolve(folder));
    }
    Files.writeString(root.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
    Files.writeString(root.resolve("etc/group"), "root:x:0:\n");
    Set<String> files = new TreeSet<>();
    Path list = work.resolve("image-files");
    collect(files);
    Files.writeString(list, String.join("\n", files) + "\n");
    Path archive = work.resolve("image.tar");
    // -h: what links point to, since the links themselves would point to nothing.
    Command.require(
        work,
        Map.of(),
        List.of(
            "tar",
            "-c",
            "-h",
            "-f",
            archive.toString(),
            "-C",
            "/",
            "-T",
            list.toString(),
            "-C",
            root.toString(),
            "."));
    String path = javaHome + "/bin:/usr/local/bin:/usr/bin:/bin";
    engine.docker(
        "import",
        "-c",
        "ENV PATH=" + path,
        "-c",
        "ENV JAVA_HOME=" + javaHome,
        "-c",
        "ENV LANG=C.UTF-8",
        "-c",
        "CMD [\"sh\"]",
        archive.toString(),
        name);
    Files.delete(archive);
  }

  private void collect(Set<String> files) throws IOException {
    for (String program : PROGRAMS) {
      Path found = find(program);
      add(files, found);
      if (program.equals("sh")) {
        // Scripts name it so, wherever this host has it.
        add(files, Path.of("/bin/sh"));
      }
    }
    try (Stream<Path> jdk = Files.walk(javaHome)) {
      for (Path file : (Iterable<Path>) jdk.filter(this::needed)::iterator) {
        if (file.startsWith(javaHome.resolve("bin")) || file.toString().endsWith(".so")) {
          add(files, file);
        } else {
          files.add(file.toString().substring(1));
        }
      }
    }
  }

  private boolean needed(Path file) {
    Path inside = javaHome.relativize(file);
    return Files.isRegularFile(file)
        && !LEFT_OUT.contains(inside.getName(0).toString())
        && !inside.endsWith("src.zip");
  }

  /** Adds a program or library and what it is linked to. */
  private void add(Set<String> files, Path file) {
    files.add(file.toString().substring(1));
    // A static program makes ldd fail: it needs nothing.
    Matcher libraries =
        LIBRARY.matcher(Command.run(work, Map.of(), List.of("ldd", file.toString())).output());
    while (libraries.find()) {
      files.add(libraries.group(1).substring(1));
    }
  }

  private static Path find(String program) {
    for (String folder : List.of("/usr/bin", "/bin")) {
      Path path = Path.of(folder, program);
      if (Files.isExecutable(path)) {
        return path;
      }
    }
    throw new IllegalStateException("this host has no " + program + " in /usr/bin or /bin");
  }
}

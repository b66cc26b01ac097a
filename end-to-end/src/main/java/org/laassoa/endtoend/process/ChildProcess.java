package org.laassoa.endtoend.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of ours whose output goes to a file. It ends with this JVM at the latest: a shutdown
 * hook sees to it.
 */
public final class ChildProcess implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(10);

  /**
   * What has been started with nohup(1) or in the background of a script ignores signals, and so
   * would all that it starts. GNU's env can undo that; elsewhere it stays so.
   */
  private static final List<String> NO_SIGNAL_IGNORED =
      List.of("env", "--default-signal=HUP,INT,TERM");

  private static final boolean CAN_UNDO = canUndo();

  private final Process process;
  private final Path log;
  private final Thread hook;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.hook = new Thread(this::end, "end-" + process.pid());
  }

  /**
   * What to start.
   *
   * @param command program and arguments; no secrets, everybody on the machine can read them
   * @param environment on top of this process's own, from which {@code LAAS_} settings are removed
   * @param directory where it runs
   * @param log the file that takes its output; appended to
   */
  public record Start(
      List<String> command, Map<String, String> environment, Path directory, Path log) {}

  /** Starts a process. */
  public static ChildProcess start(Start start) {
    List<String> command = new ArrayList<>(CAN_UNDO ? NO_SIGNAL_IGNORED : List.of());
    command.addAll(start.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(start.directory().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(start.log().toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("LAAS_"));
    builder.environment().putAll(start.environment());
    try {
      ChildProcess child = new ChildProcess(builder.start(), start.log());
      Runtime.getRuntime().addShutdownHook(child.hook);
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException(start.command().getFirst() + " cannot be started", e);
    }
  }

  private static boolean canUndo() {
    List<String> command = new ArrayList<>(NO_SIGNAL_IGNORED);
    command.add("true");
    try {
      return Command.run(Path.of("/"), Map.of(), command).exitCode() == 0;
    } catch (UncheckedIOException noSuchProgram) {
      return false;
    }
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** The command lines of what it has started and still runs. */
  public List<String> descendants() {
    return process.descendants().map(child -> child.info().commandLine().orElse("")).toList();
  }

  /** Whether it still runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** The most memory that it has had, in bytes, since its start or {@link #forgetPeakMemory}. */
  public long peakMemory() {
    return memory("VmHWM:");
  }

  /** The memory that it has now, in bytes; on Linux only. */
  public long residentMemory() {
    return memory("VmRSS:");
  }

  /** Lets the peak begin anew with the memory that it has now; on Linux only, see proc(5). */
  public void forgetPeakMemory() {
    try {
      Files.writeString(Path.of("/proc/" + pid() + "/clear_refs"), "5");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long memory(String what) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
          .filter(line -> line.startsWith(what))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("the process has ended"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it has written so far. */
  public String log() {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until the output holds something.
   *
   * @return the match
   * @throws IllegalStateException with the end of the output, when the process ends before or the
   *     limit is reached
   */
  public Matcher await(Pattern pattern, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      boolean ended = process.waitFor(20, TimeUnit.MILLISECONDS);
      Matcher matcher = pattern.matcher(log());
      if (matcher.find()) {
        return matcher;
      }
      if (ended || System.nanoTime() > deadline) {
        String what = ended ? "ended with " + process.exitValue() : "took over " + limit;
        throw new IllegalStateException("the process " + what + ", its output ends:\n" + tail());
      }
    }
  }

  /** Waits until the process ends by itself. */
  public void await() throws InterruptedException {
    process.waitFor();
  }

  /**
   * Waits until the process ends by itself.
   *
   * @return its exit code
   * @throws IllegalStateException with the end of the output, when the limit is reached
   */
  public int awaitExit(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("runs for over " + limit + ", its output ends:\n" + tail());
    }
    return process.exitValue();
  }

  /** Sends a signal, such as {@code TERM}. */
  public void send(String signal) {
    Command.require(Path.of("/"), Map.of(), signal(signal));
  }

  /** A process that stands still until this is closed. */
  public interface Pause extends AutoCloseable {
    @Override
    void close();
  }

  /** Makes it stand still, as on a machine that hangs; what it has started goes on. */
  public Pause pause() {
    Command.require(Path.of("/"), Map.of(), signal("STOP"));
    // One that was killed meanwhile cannot be told, and need not.
    return () -> Command.run(Path.of("/"), Map.of(), signal("CONT"));
  }

  private List<String> signal(String name) {
    return List.of("kill", "-" + name, Long.toString(pid()));
  }

  /** Ends it and its descendants at once, as a crash would. */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
    forget();
  }

  /** Ends it alone at once, as a crash of its own would; what it has started goes on. */
  public void killAlone() {
    process.destroyForcibly();
    process.onExit().join();
    forget();
  }

  /** Asks it to end; what is left after 10 s is killed. */
  @Override
  public void close() {
    end();
    forget();
  }

  private void end() {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This JVM is ending: the hook runs or has run.
    }
  }

  private String tail() {
    String all = log();
    return all.substring(Math.max(0, all.length() - 4000));
  }
}

package org.laassoa.builder.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.BuildOutput;
import org.laassoa.builder.execution.Executor;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.builder.execution.Locations;
import org.laassoa.builder.execution.RunningScript;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.wire.Environment;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Registry;
import org.laassoa.wire.StepName;

/** Runs nothing: each step does what the test says, by default it succeeds and prints a line. */
public final class ScriptedExecutor implements Executor {

  /** What a script does. */
  @FunctionalInterface
  public interface Behaviour {
    /** Runs it. */
    ExitStatus run(ScriptRun run, BuildOutput output) throws BuildFailure, InterruptedException;
  }

  /** The scripts that have begun, in their order. */
  public final BlockingQueue<ScriptRun> begun = new LinkedBlockingQueue<>();

  /** The scripts of a former process that were gone on with. */
  public final BlockingQueue<ScriptRun> adopted = new LinkedBlockingQueue<>();

  /** The scripts of a former process that were ended, by name. */
  public final List<String> discarded = new CopyOnWriteArrayList<>();

  /** The scripts that were left alone when leftovers were removed. */
  public final List<String> spared = new CopyOnWriteArrayList<>();

  /** Counted down when a script that waits is interrupted. */
  public final CountDownLatch interrupted = new CountDownLatch(1);

  /** How often leftovers were removed. */
  public final AtomicInteger leftoversRemoved = new AtomicInteger();

  /** The images that were asked for. */
  public final List<ImageBuild> imagesBuilt = new CopyOnWriteArrayList<>();

  private final Map<StepName, Behaviour> behaviours = new EnumMap<>(StepName.class);

  /** Lets a step's script do that. */
  public ScriptedExecutor on(StepName step, Behaviour behaviour) {
    behaviours.put(step, behaviour);
    return this;
  }

  /** Prints, then ends with an exit code. */
  public static Behaviour prints(String text, int exitCode) {
    return (run, output) -> {
      print(run, text);
      return new ExitStatus.Exited(exitCode);
    };
  }

  /** Prints, then waits until it is interrupted. */
  public Behaviour hangs(String text) {
    return (run, output) -> {
      print(run, text);
      try {
        new CountDownLatch(1).await();
        throw new AssertionError("a latch that nobody counts down");
      } finally {
        interrupted.countDown();
      }
    };
  }

  /** Appends to a script's output. */
  public static void print(ScriptRun run, String text) {
    try {
      Files.writeString(run.rawOutput(), text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public void prepare(StepName step, Environment environment, BuildOutput output) {
    output.line("prepared " + environment.name());
  }

  @Override
  public Locations locations(ScriptRun run) {
    return new Locations("/source", "/build", "/target", "/dependency_lib", "/home");
  }

  @Override
  public RunningScript start(ScriptRun run, BuildOutput output) {
    begun.add(run);
    return behaving(run, output);
  }

  @Override
  public Optional<RunningScript> adopt(ScriptRun run) {
    adopted.add(run);
    return Optional.of(behaving(run, line -> {}));
  }

  private RunningScript behaving(ScriptRun run, BuildOutput output) {
    Behaviour behaviour =
        behaviours.getOrDefault(run.step(), prints("output of " + run.script() + "\n", 0));
    return new RunningScript() {
      @Override
      public ExitStatus await() throws BuildFailure, InterruptedException {
        return behaviour.run(run, output);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public ImageReport buildImage(ImageBuild build, BuildOutput output) {
    imagesBuilt.add(build);
    output.line("Step 1/1 : FROM scratch");
    return new ImageReport(build.name(), "sha256:" + "1".repeat(64), null);
  }

  @Override
  public ImageReport pushImage(ImageReport image, Registry registry, BuildOutput output) {
    return new ImageReport(image.name(), image.id(), "sha256:" + "2".repeat(64));
  }

  @Override
  public void removeImage(String name) {}

  @Override
  public void removeLeftovers(Set<String> spared) {
    leftoversRemoved.incrementAndGet();
    this.spared.addAll(spared);
  }

  @Override
  public void discard(String scriptName) {
    discarded.add(scriptName);
  }

  @Override
  public void close() {}
}

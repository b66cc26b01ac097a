package org.laassoa.endtoend.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** {@code laas bench}: prints one line of JSON a figure. */
public final class Bench {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BenchOptions options;

  private Bench(BenchOptions options) {
    this.options = options;
  }

  /** Takes what {@code laas bench --help} says; exit code 2 for anything else. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    BenchOptions options;
    try {
      options = BenchOptions.parse(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println("laas bench: " + e.getMessage() + ", see laas bench --help");
      System.exit(2);
      return;
    }
    new Bench(options).run();
  }

  private void run() throws IOException, InterruptedException, SQLException {
    switch (options.scale()) {
      case FULL -> {
        // Each on a server of its own: no figure depends on what was measured before.
        for (Subject subject : options.subjects()) {
          try (BenchWorld world = BenchWorld.start()) {
            measure(subject, world);
          }
        }
      }
      case QUICK -> {
        try (BenchWorld world = BenchWorld.start()) {
          for (Subject subject : options.subjects()) {
            measure(subject, world);
          }
        }
      }
    }
  }

  private void measure(Subject subject, BenchWorld world)
      throws IOException, InterruptedException, SQLException {
    System.err.println("laas bench: " + subject.word());
    Scale scale = options.scale();
    Consumer<Figure> report = this::report;
    switch (subject) {
      case POLLS -> new PollsBench(world, scale, report).run();
      case CLAIMS -> new ClaimsBench(world, scale, report).run();
      case PICKUP -> new PickupBench(world, scale, report).run();
      case LOG -> {
        new LogBench(world, scale, report).run();
        new LogAppendBench(world, scale, report).run();
        new LiveLogBench(world, scale, report).run();
      }
      case AGENT -> new AgentBench(world, scale, report).run();
      case OVERHEAD -> new OverheadBench(world, scale, report).run();
      case CHECKOUT -> new CheckoutBench(world, scale, report).run();
      case GROWTH -> new GrowthBench(world, scale, report).run();
    }
  }

  private void report(Figure figure) {
    try {
      String line = JSON.writeValueAsString(figure);
      System.out.println(line);
      Path json = options.json();
      if (json != null) {
        Files.writeString(json, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

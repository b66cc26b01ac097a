package org.laassoa.endtoend.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code laas bench}: prints one line of JSON a figure. */
public final class Bench {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Bench() {}

  /** Takes {@code [overhead|checkout|all] [--json FILE]}; exit code 2 for anything else. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    String what = rest.isEmpty() || rest.peek().startsWith("--") ? "all" : rest.pop();
    Path json = null;
    if ("--json".equals(rest.peek()) && rest.size() == 2) {
      rest.pop();
      json = Path.of(rest.pop());
    }
    if (!rest.isEmpty() || !List.of("overhead", "checkout", "all").contains(what)) {
      System.err.println("laas bench: takes overhead, checkout or all, and --json FILE");
      System.exit(2);
    }
    Consumer<Figure> report = reportTo(json);
    try (BenchWorld world = BenchWorld.start()) {
      if (!what.equals("checkout")) {
        new OverheadBench(world, report).run();
      }
      if (!what.equals("overhead")) {
        new CheckoutBench(world, report).run();
      }
    }
  }

  private static Consumer<Figure> reportTo(@Nullable Path json) {
    return figure -> {
      try {
        String line = JSON.writeValueAsString(figure);
        System.out.println(line);
        if (json != null) {
          Files.writeString(
              json, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}

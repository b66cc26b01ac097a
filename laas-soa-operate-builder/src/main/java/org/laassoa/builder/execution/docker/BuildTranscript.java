package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.model.BuildResponseItem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.BuildOutput;

/** What the engine says while it makes an image: whole lines for the log, and how it ended. */
final class BuildTranscript {

  private static final Pattern STEP =
      Pattern.compile("step \\d+(/\\d+)?\\s?: ?(.*)", Pattern.CASE_INSENSITIVE);

  /** How the engine begins its error about an image that a {@code COPY --from} line names. */
  private static final String COPY_FROM = "invalid from flag value";

  private static final int MAX_LINE = 64 * 1024;

  private final BuildOutput output;
  private final LayerProgress progress;
  private final StringBuilder line = new StringBuilder();
  private String instruction = "";
  private @Nullable String error;

  BuildTranscript(BuildOutput output) {
    this.output = output;
    this.progress = new LayerProgress(output);
  }

  /** Takes one part of the answer. */
  synchronized void accept(BuildResponseItem item) {
    progress.accept(item);
    if (item.getStream() != null) {
      item.getStream().chars().forEach(this::append);
    }
    EngineMessage.of(item).ifPresent(message -> error = message);
  }

  /** Puts out what has no line end. */
  synchronized void end() {
    if (!line.isEmpty()) {
      putOut();
    }
  }

  /** What the build ended with, or null when it ended well. */
  synchronized @Nullable String error() {
    return error;
  }

  /** Whether what failed was getting an image that the Dockerfile names. */
  synchronized boolean inFrom() {
    return instruction.regionMatches(true, 0, "FROM ", 0, 5)
        || (error != null && error.contains(COPY_FROM));
  }

  private void append(int character) {
    if (character == '\n') {
      putOut();
      return;
    }
    line.append((char) character);
    if (line.length() == MAX_LINE) {
      putOut();
    }
  }

  private void putOut() {
    String text = line.toString();
    line.setLength(0);
    var step = STEP.matcher(text.strip());
    if (step.matches()) {
      instruction = step.group(2);
    }
    output.line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}

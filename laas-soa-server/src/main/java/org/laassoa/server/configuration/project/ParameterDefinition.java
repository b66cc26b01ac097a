package org.laassoa.server.configuration.project;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.VariableName;
import org.laassoa.server.language.Message;

/**
 * A parameter that a project's builds take.
 *
 * @param name its name, which is that of the environment variable too
 * @param description what it is for
 * @param defaultValue what it is when a request leaves it out, or missing: then it is not set
 * @param required whether a request must have it where there is no default
 * @param choices the values that it can have; none means any
 * @param pattern what a value must match as a whole, in RE2's syntax, or missing
 */
@Schema(name = "ParameterDefinition")
@JsonNaming(SnakeCaseStrategy.class)
public record ParameterDefinition(
    @NotNull @VariableName @Nullable String name,
    @Text(max = 1000, form = Text.Form.LINES) String description,
    @JsonProperty("default") @Text(max = 32768, form = Text.Form.LINES)
        @Nullable String defaultValue,
    boolean required,
    @Size(max = 100) List<@NotNull @Text(max = 1000) String> choices,
    @Text(max = 500) @Nullable String pattern) {

  /** RE2 writes a repetition out: {@code (a{1000}){1000}} would be a million states. */
  private static final long MOST_REPETITIONS = 1000;

  private static final java.util.regex.Pattern REPETITION =
      java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

  /** Fills in what may be missing. */
  public ParameterDefinition {
    description = Objects.requireNonNullElse(description, "");
    choices = choices == null ? List.of() : choices;
  }

  /** What is wrong with a value, in words, if anything is. */
  public Optional<Message> complaint(String value) {
    if (!choices.isEmpty() && !choices.contains(value)) {
      return Optional.of(Message.of("must be one of %s", String.join(", ", choices)));
    }
    // RE2 looks at each character once, whatever the pattern: no value makes it slow.
    return pattern == null || Pattern.matches(pattern, value)
        ? Optional.empty()
        : Optional.of(Message.of("must match %s", pattern));
  }

  /** What is wrong with the pattern, in words, if anything is. */
  Optional<Message> patternComplaint() {
    if (pattern == null) {
      return Optional.empty();
    }
    if (repetitions(pattern) > MOST_REPETITIONS) {
      return Optional.of(Message.of("may repeat things %d times in all", MOST_REPETITIONS));
    }
    try {
      Pattern.compile(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(Message.of("is no pattern in RE2's syntax: %s", e.getDescription()));
    }
  }

  private static long repetitions(String pattern) {
    long all = 1;
    for (MatchResult found : REPETITION.matcher(pattern).results().toList()) {
      String most =
          found.group(2) == null || found.group(2).isEmpty() ? found.group(1) : found.group(2);
      all = Math.min(all * Math.max(1, Long.parseLong(most)), MOST_REPETITIONS + 1);
    }
    return all;
  }
}

package org.laassoa.server.configuration.project;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.VariableName;

/**
 * A project that is built when a build of this one has succeeded.
 *
 * @param project its name
 * @param ref what of it is built; missing means {@code main}
 * @param type {@code branch} or {@code tag}; missing means a branch
 * @param branches only when one of these branches was built, {@code *} stands for any characters;
 *     none means whatever was built
 * @param parameter the parameter that is given the image, {@code registry/name:tag@digest}, or
 *     missing: then no image is needed
 * @param parameters further parameters
 */
@Schema(name = "DownstreamProject")
@JsonNaming(SnakeCaseStrategy.class)
public record DownstreamProject(
    @NotNull @EntryName @Nullable String project,
    @Size(min = 1) @Text(max = 255) String ref,
    @Schema(enumeration = {"branch", "tag"})
        @Pattern(regexp = "branch|tag", message = "must be branch or tag")
        String type,
    @Size(max = 50) List<@NotNull @Size(min = 1) @Text(max = 255) String> branches,
    @VariableName @Nullable String parameter,
    @Size(max = 100)
        Map<@VariableName String, @NotNull @Text(max = 32768, form = Text.Form.LINES) String>
            parameters) {

  /** Fills in what may be missing. */
  public DownstreamProject {
    ref = Objects.requireNonNullElse(ref, "main");
    type = Objects.requireNonNullElse(type, "branch");
    branches = branches == null ? List.of() : branches;
    parameters = parameters == null ? Map.of() : parameters;
  }

  /** Whether this follows from a build of that ref. */
  public boolean follows(String builtType, String builtRef) {
    return branches.isEmpty()
        || (builtType.equals("branch")
            && branches.stream().anyMatch(pattern -> matches(pattern, builtRef)));
  }

  /** Each part between stars is looked for once, from left to right. */
  private static boolean matches(String pattern, String text) {
    String[] parts = pattern.split("\\*", -1);
    if (parts.length == 1) {
      return pattern.equals(text);
    }
    String last = parts[parts.length - 1];
    int from = parts[0].length();
    int end = text.length() - last.length();
    if (!text.startsWith(parts[0]) || end < from || !text.endsWith(last)) {
      return false;
    }
    for (int i = 1; i < parts.length - 1; i++) {
      int found = text.indexOf(parts[i], from);
      if (found < 0 || found + parts[i].length() > end) {
        return false;
      }
      from = found + parts[i].length();
    }
    return true;
  }
}

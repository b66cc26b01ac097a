package org.laassoa.server.configuration.project;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What of a repository's events is built; nothing unless said.
 *
 * @param push pushes to branches whose name fits one of these patterns
 * @param tag new tags whose name fits one of these patterns
 * @param mergeRequest whether the source branches of merge requests are, when they are opened and
 *     when something is pushed to them
 */
@Schema(name = "Triggers")
@JsonNaming(SnakeCaseStrategy.class)
public record Triggers(
    @Size(max = 50) List<@NotNull @RefPattern String> push,
    @Size(max = 50) List<@NotNull @RefPattern String> tag,
    boolean mergeRequest) {

  /** Nothing is built. */
  public static final Triggers NONE = new Triggers(List.of(), List.of(), false);

  /** Fills in what may be missing. */
  public Triggers {
    push = Objects.requireNonNullElse(push, List.of());
    tag = Objects.requireNonNullElse(tag, List.of());
  }

  /** Whether a push to that branch is built. */
  public boolean ofPush(String branch) {
    return push.stream().anyMatch(pattern -> RefPattern.Rule.fits(pattern, branch));
  }

  /** Whether that new tag is built. */
  public boolean ofTag(String name) {
    return tag.stream().anyMatch(pattern -> RefPattern.Rule.fits(pattern, name));
  }
}

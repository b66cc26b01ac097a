package org.laassoa.server.configuration;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/**
 * What a caller knows of an entry, RFC 9110 section 13: a change is made only if it still holds.
 */
public class Preconditions {
  private static final String ANY = "*";

  @Parameter(description = "The change is made only if the entry still has this ETag")
  @HeaderParam("If-Match")
  @Nullable String ifMatch;

  @Parameter(description = "`*`: the change is made only if there is no such entry yet")
  @HeaderParam("If-None-Match")
  @Nullable String ifNoneMatch;

  /** Nothing is known: the change is made in any case. */
  static final Preconditions NONE = new Preconditions();

  /**
   * Goes on only if what the caller knows still holds.
   *
   * @throws ProblemException {@link ProblemType#PRECONDITION_FAILED}
   */
  void check(Optional<? extends ConfigurationEntry> stored) {
    Optional<EntityTag> now = stored.map(Stored::tag);
    String wanted = ifMatch;
    if (wanted != null && now.filter(tag -> names(wanted, tag)).isEmpty()) {
      throw new ProblemException(
          ProblemType.PRECONDITION_FAILED,
          now.isPresent()
              ? "It was changed meanwhile: get it again, and change that."
              : "It is not there any more.");
    }
    String unwanted = ifNoneMatch;
    if (unwanted != null && now.filter(tag -> names(unwanted, tag)).isPresent()) {
      throw new ProblemException(ProblemType.PRECONDITION_FAILED, "It is there already.");
    }
  }

  /** A proxy that compresses makes a tag weak; it is of the same version still. */
  private static boolean names(String header, EntityTag tag) {
    return Arrays.stream(header.split(","))
        .map(String::strip)
        .map(one -> one.startsWith("W/") ? one.substring(2) : one)
        .anyMatch(one -> one.equals(ANY) || one.equals('"' + tag.getValue() + '"'));
  }
}

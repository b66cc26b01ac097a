package org.laassoa.server.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.language.Message;
import org.laassoa.server.language.Translatable;
import org.laassoa.server.language.Translations;

/**
 * The body of an error answer, RFC 9457.
 *
 * @param type a URN from {@link ProblemType}
 * @param title the type in words
 * @param status the HTTP status again
 * @param detail this occurrence in words, or missing
 * @param instance {@code urn:uuid:…} of the incident, only with a 500
 * @param members extension members, such as {@code errors} or {@code offset}
 */
@Schema(name = "Problem", description = "An error answer, RFC 9457")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDocument(
    @Schema(examples = "urn:laas-soa:problem:invalid-field") String type,
    @Schema(examples = "A field is not valid") String title,
    @Schema(examples = "400") int status,
    @Schema(implementation = String.class) @Nullable Message detail,
    @Nullable String instance,
    @Schema(hidden = true) @JsonAnyGetter Map<String, Object> members)
    implements Translatable {

  /** The media type of every error answer. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A document without instance and extension members. */
  public static ProblemDocument of(ProblemType type, String detail) {
    return of(type, Message.of(detail));
  }

  /** As above, with words that name values. */
  public static ProblemDocument of(ProblemType type, Message detail) {
    return new ProblemDocument(type.urn(), type.title(), type.status(), detail, null, Map.of());
  }

  /** The document of an exception. */
  public static ProblemDocument of(ProblemException problem) {
    ProblemType type = problem.type();
    return new ProblemDocument(
        type.urn(), type.title(), type.status(), problem.detail(), null, problem.members());
  }

  @Override
  public ProblemDocument in(Translations language) {
    return new ProblemDocument(
        type,
        language.of(title),
        status,
        detail == null ? null : Message.of(detail.in(language)),
        instance,
        inLanguage(language));
  }

  private Map<String, Object> inLanguage(Translations language) {
    Map<String, Object> said = new HashMap<>(members);
    said.computeIfPresent("errors", (name, errors) -> translated((List<?>) errors, language));
    return said;
  }

  private static List<Object> translated(List<?> errors, Translations language) {
    return errors.stream()
        .<Object>map(error -> error instanceof FieldError of ? of.in(language) : error)
        .toList();
  }

  /** The answer that carries this document. */
  public Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}

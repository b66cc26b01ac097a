package org.laassoa.server.openapi;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.laassoa.server.problem.ProblemDocument;
import org.laassoa.server.problem.ProblemType;

/**
 * Gives every operation its error answers with content. An annotation that describes one names the
 * types of problem by their slugs in backquotes; what every such operation answers is added here.
 */
final class ErrorAnswers {

  /** What needs no word at the operation: a name for the shared answer, and its types. */
  private record Shared(String name, List<ProblemType> types) {}

  private static final Map<String, Shared> SHARED =
      new TreeMap<>(
          Map.of(
              "400",
              new Shared(
                  "BadRequest", List.of(ProblemType.INVALID_FIELD, ProblemType.MALFORMED_REQUEST)),
              "401",
              new Shared("Unauthorized", List.of(ProblemType.UNAUTHORIZED)),
              "403",
              new Shared("Forbidden", List.of(ProblemType.FORBIDDEN)),
              "404",
              new Shared("NotFound", List.of(ProblemType.NOT_FOUND))));

  ErrorAnswers(Components components) {
    SHARED.values().forEach(shared -> components.addResponse(shared.name(), answer(shared)));
  }

  /** Adds to {@code operation}, which is at {@code path}, what it does not have yet. */
  void addTo(String path, Operation operation) {
    APIResponses answers = operation.getResponses();
    for (String status : SHARED.keySet()) {
      if (!answers.hasAPIResponse(status) && applies(status, path, operation)) {
        answers.addAPIResponse(status, OASFactory.createAPIResponse());
      }
    }
    Map<String, APIResponse> all = new TreeMap<>(answers.getAPIResponses());
    all.replaceAll((status, answer) -> status.startsWith("4") ? whole(status, answer) : answer);
    answers.setAPIResponses(all);
  }

  private static boolean applies(String status, String path, Operation operation) {
    return switch (status) {
      case "400" -> operation.getRequestBody() != null || hasOptions(operation);
      case "401", "403" -> !operation.getSecurity().isEmpty();
      case "404" -> path.contains("{");
      default -> false;
    };
  }

  private static boolean hasOptions(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(parameter -> parameter.getIn() != Parameter.In.PATH);
  }

  private static APIResponse whole(String status, APIResponse answer) {
    Set<ProblemType> named = named(answer.getDescription());
    if (!named.isEmpty()) {
      return answer.content(content(named));
    }
    Shared shared = SHARED.get(status);
    if (shared == null) {
      throw new IllegalStateException(
          "the description of a %s names no type of problem: %s"
              .formatted(status, answer.getDescription()));
    }
    return OASFactory.createAPIResponse().ref(shared.name());
  }

  private static Set<ProblemType> named(String description) {
    Set<ProblemType> types = EnumSet.noneOf(ProblemType.class);
    if (description != null) {
      Arrays.stream(ProblemType.values())
          .filter(type -> description.contains("`" + ProblemExamples.slug(type) + "`"))
          .forEach(types::add);
    }
    return types;
  }

  private static APIResponse answer(Shared shared) {
    String titles =
        shared.types().stream().map(ProblemType::title).collect(Collectors.joining("; "));
    return OASFactory.createAPIResponse().description(titles).content(content(shared.types()));
  }

  private static Content content(Iterable<ProblemType> types) {
    var body = OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
    types.forEach(type -> body.addExample(ProblemExamples.slug(type), ProblemExamples.of(type)));
    return OASFactory.createContent().addMediaType(ProblemDocument.MEDIA_TYPE, body);
  }
}

package org.laassoa.server.openapi;

import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Names and sums up the operations that all kinds of configuration share, by the kind's tag. */
final class SharedOperations {
  private static final String ETAG = "ETag";
  private static final Set<String> SHOWING = Set.of("get", "create", "put", "patch");

  private SharedOperations() {}

  /** Adds what the operations refer to. */
  static void addTo(Components components) {
    components.addHeader(
        ETAG,
        OASFactory.createHeader()
            .description("The version of the entry, for If-Match")
            .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
  }

  /** Completes {@code operation} if it is one that no annotation names. */
  static void complete(HttpMethod method, String path, Operation operation) {
    if (operation.getOperationId() != null || operation.getTags() == null) {
      return;
    }
    String tag = operation.getTags().getFirst();
    String verb = verb(method, path);
    operation.setOperationId(OperationIds.of(verb, tag));
    operation.setSummary(summary(verb, OperationIds.words(tag)));
    if (SHOWING.contains(verb)) {
      showEntry(operation, OperationIds.of("", tag));
    }
  }

  /** Says of each good answer that it is the entry, and the version of it. */
  private static void showEntry(Operation operation, String schema) {
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              if (status.startsWith("2")) {
                answer.setContent(
                    OASFactory.createContent()
                        .addMediaType(
                            "application/json",
                            OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(schema))));
                answer.addHeader("ETag", OASFactory.createHeader().ref(ETAG));
              }
            });
  }

  private static String verb(HttpMethod method, String path) {
    if (path.endsWith("/history")) {
      return "history";
    }
    return switch (method) {
      case GET -> path.endsWith("}") ? "get" : "list";
      case POST -> "create";
      default -> method.name().toLowerCase(Locale.ROOT);
    };
  }

  private static String summary(String verb, OperationIds.Words words) {
    return switch (verb) {
      case "list" -> "List " + words.plural();
      case "get" -> "Show " + words.one();
      case "create" -> "Create " + words.one() + ", named in the body";
      case "put" -> "Create or replace " + words.one();
      case "patch" -> "Change some fields of " + words.one() + ", RFC 7396";
      case "delete" -> "Delete " + words.one() + " that nothing uses";
      case "history" -> "Who changed " + words.one() + ", when and what, newest first";
      default -> throw new IllegalStateException("no words for " + verb);
    };
  }
}

package org.laassoa.server.openapi;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The ids of operations. Those that all kinds of configuration share are made of what is done and
 * of the kind's tag: {@code list} and {@code Git servers} are {@code listGitServers}.
 */
public final class OperationIds {

  private OperationIds() {}

  /**
   * The id of the operation that a resource's method serves.
   *
   * @param resource the class that people call, which may have inherited the method
   */
  public static String of(Class<?> resource, Method method) {
    Operation operation = method.getAnnotation(Operation.class);
    if (operation != null && !operation.operationId().isEmpty()) {
      return operation.operationId();
    }
    Tag tag = resource.getAnnotation(Tag.class);
    return tag == null ? method.getName() : of(method.getName(), tag.name());
  }

  /**
   * The id of a shared operation.
   *
   * @param verb {@code list}, {@code history}, or what is done with one entry
   * @param tag the kind in the plural, such as {@code Image registries}
   */
  static String of(String verb, String tag) {
    String plural = camelCase(tag);
    return switch (verb) {
      case "list" -> "list" + plural;
      case "history" -> "get" + singular(plural) + "History";
      default -> verb + singular(plural);
    };
  }

  /**
   * A kind in words.
   *
   * @param plural {@code image registries}
   * @param one {@code an image registry}
   */
  record Words(String plural, String one) {}

  /** The words of a tag. */
  static Words words(String tag) {
    String plural = tag.toLowerCase(Locale.ROOT);
    String article = "aeiou".indexOf(plural.charAt(0)) >= 0 ? "an " : "a ";
    return new Words(plural, article + singular(plural));
  }

  private static String camelCase(String words) {
    return Arrays.stream(words.split(" "))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String singular(String plural) {
    return plural.endsWith("ies")
        ? plural.substring(0, plural.length() - 3) + "y"
        : plural.substring(0, plural.length() - 1);
  }
}

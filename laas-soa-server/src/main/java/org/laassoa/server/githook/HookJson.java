package org.laassoa.server.githook;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.githook.HookEvent.Ref;

/** Reads what is alike in the bodies of all hosts. */
final class HookJson {
  private static final String BRANCHES = "refs/heads/";
  private static final String TAGS = "refs/tags/";

  private HookJson() {}

  /** The text at a JSON pointer, or null. */
  static @Nullable String text(JsonNode body, String pointer) {
    JsonNode node = body.at(pointer);
    return node.isTextual() ? node.textValue() : null;
  }

  /** The first of these that is there and not empty; else an empty text. */
  static String first(JsonNode body, String... pointers) {
    for (String pointer : pointers) {
      String found = text(body, pointer);
      if (found != null && !found.isBlank()) {
        return found;
      }
    }
    return "";
  }

  /** The commit at a JSON pointer; null for none, which hosts write as zeros. */
  static @Nullable String commit(JsonNode body, String pointer) {
    String commit = text(body, pointer);
    return commit != null && commit.matches("[0-9a-f]{40}|[0-9a-f]{64}") && !commit.matches("0+")
        ? commit
        : null;
  }

  /** The branch or tag of a full ref, or null for any other ref. */
  static @Nullable Ref ref(@Nullable String full) {
    if (full == null) {
      return null;
    } else if (full.startsWith(BRANCHES)) {
      return new Ref("branch", full.substring(BRANCHES.length()));
    } else if (full.startsWith(TAGS)) {
      return new Ref("tag", full.substring(TAGS.length()));
    }
    return null;
  }

  /** What was written about the commit, by the list of commits that came with a push. */
  static String messageOf(@Nullable String commit, JsonNode commits) {
    for (JsonNode one : commits) {
      if (commit != null && commit.equals(text(one, "/id"))) {
        return first(one, "/message");
      }
    }
    return "";
  }
}

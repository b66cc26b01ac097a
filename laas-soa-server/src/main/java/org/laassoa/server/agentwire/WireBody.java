package org.laassoa.server.agentwire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.problem.JsonProblems;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/**
 * Reads the bodies of agents' calls. By itself rather than by the framework, so that {@code curl -X
 * POST} works as it is: with no body, and whatever content type curl makes up.
 */
@ApplicationScoped
class WireBody {

  private static final int MOST_BYTES = 1 << 20;

  private final ObjectMapper json;

  WireBody(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Reads one object.
   *
   * @throws ProblemException when it is not one, or lacks what every such object has
   */
  <T> T read(byte[] body, Class<T> type) {
    return convert(tree(body), type);
  }

  /** Reads one object in which texts may be of any length and hold any character. */
  <T> T readText(byte[] body, Class<T> type) {
    return convert(parse(body), type);
  }

  /** Reads one object; an empty body is an empty object. */
  <T> T readOrEmpty(byte @Nullable [] body, Class<T> type) {
    if (body == null || body.length == 0 || new String(body, StandardCharsets.UTF_8).isBlank()) {
      return convert(json.createObjectNode(), type);
    }
    return read(body, type);
  }

  /** Reads a list of objects, or one object as a list of one. */
  <T> Many<T> readMany(byte[] body, Class<T> type) {
    JsonNode tree = tree(body);
    if (!tree.isArray()) {
      return new Many<>(List.of(convert(tree, type)), false);
    }
    List<T> items = new ArrayList<>();
    tree.forEach(item -> items.add(convert(item, type)));
    return new Many<>(items, true);
  }

  /**
   * One or several objects.
   *
   * @param items the objects
   * @param list whether they came as a list, and want a list as the answer
   */
  record Many<T>(List<T> items, boolean list) {}

  private JsonNode tree(byte[] body) {
    if (body.length > MOST_BYTES) {
      throw new ProblemException(
          ProblemType.TOO_LARGE, "the body may have " + MOST_BYTES + " bytes here");
    }
    JsonNode tree = parse(body);
    refuseWhatCannotBeKept(tree);
    return tree;
  }

  private JsonNode parse(byte[] body) {
    try {
      JsonNode tree =
          json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(body);
      if (tree == null || !tree.isContainerNode()) {
        throw malformed("a JSON object is wanted");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    } catch (IOException e) {
      throw malformed("the body cannot be read");
    }
  }

  private <T> T convert(JsonNode tree, Class<T> type) {
    if (!tree.isObject()) {
      throw malformed("a JSON object is wanted");
    }
    try {
      return json.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    }
  }

  /** PostgreSQL has no place for NUL in a text, and no list of the wire has an empty place. */
  private static void refuseWhatCannotBeKept(JsonNode node) {
    if (node.isTextual() && node.textValue().indexOf('\0') >= 0) {
      throw malformed("a text may not contain NUL");
    }
    for (JsonNode part : node) {
      if (node.isArray() && part.isNull()) {
        throw malformed("a list may not contain null");
      }
      refuseWhatCannotBeKept(part);
    }
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemType.MALFORMED_REQUEST, detail);
  }
}

package org.laassoa.server.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes odd requests of an operation from what the OpenAPI document says about it: each parameter
 * and each field of the body gets values of other types, beyond every limit, and such as have
 * fooled other programs.
 */
final class RequestFuzzer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What stands in a path or query in place of a name or number, not encoded yet. */
  private static final List<String> TEXTS =
      List.of(
          "absent",
          "' OR '1'='1",
          "'; DROP TABLE projects; --",
          "..",
          "../../etc/passwd",
          "..\\..\\windows",
          "a/../../b",
          "%00",
          "\0",
          "\r\nX-Injected: yes",
          "<script>alert(1)</script>",
          "${jndi:ldap://127.0.0.1/a}",
          "{{7*7}}",
          "-1",
          "0",
          "9223372036854775808",
          "1e400",
          "NaN",
          "true",
          "\ud83d\ude00",
          "\u202egnp.exe",
          " ",
          // As long as the line of a request may be, with the rest of it.
          "x".repeat(3_500));

  private final DescribedApi api;
  private final Map<String, String> places;

  /** The schemas of bodies that have been through it: one is read the same way everywhere. */
  private final Set<String> fuzzed = new HashSet<>();

  /**
   * Requests of this API.
   *
   * @param places what stands for a parameter of a path where it is not the one that is odd
   */
  RequestFuzzer(DescribedApi api, Map<String, String> places) {
    this.api = api;
    this.places = places;
  }

  /** All odd requests of one operation. */
  List<FuzzedRequest> of(String method, DescribedApi.Operation operation) {
    List<FuzzedRequest> requests = new ArrayList<>();
    List<JsonNode> parameters =
        operation.node().path("parameters").valueStream().map(api::resolve).toList();
    Body body = body(operation);
    for (JsonNode parameter : parameters) {
      String name = parameter.path("name").asText();
      for (String text : TEXTS) {
        String what = name + " is " + shown(text);
        switch (parameter.path("in").asText()) {
          case "path" ->
              requests.add(body.request(what, method, path(operation, Map.of(name, text))));
          case "query" ->
              requests.add(
                  body.request(
                      what, method, path(operation, Map.of()) + "?" + name + "=" + encoded(text)));
          default -> {}
        }
      }
    }
    if (operation.node().has("requestBody") && fuzzed.add(body.schema())) {
      bodies(body)
          .forEach(
              odd ->
                  requests.add(
                      new FuzzedRequest(
                          odd.what(),
                          method,
                          path(operation, Map.of()),
                          odd.contentType(),
                          odd.bytes())));
    }
    return requests;
  }

  /** A request as the document has it. */
  FuzzedRequest plain(String method, DescribedApi.Operation operation) {
    return body(operation).request("as documented", method, path(operation, Map.of()));
  }

  private String path(DescribedApi.Operation operation, Map<String, String> odd) {
    String path = operation.path();
    for (JsonNode parameter : operation.node().path("parameters")) {
      JsonNode whole = api.resolve(parameter);
      String name = whole.path("name").asText();
      String key = operation.path().replaceFirst("/\\{.*", "") + "{" + name + "}";
      String usual = places.getOrDefault(key, places.getOrDefault(name, "absent"));
      path = path.replace("{" + name + "}", encoded(odd.getOrDefault(name, usual)));
    }
    return path;
  }

  /** A body, what it is written as, and the name of its schema. */
  private record Body(
      @Nullable String contentType,
      @Nullable JsonNode example,
      byte @Nullable [] bytes,
      String schema) {
    FuzzedRequest request(String what, String method, String path) {
      return new FuzzedRequest(what, method, path, contentType, bytes);
    }
  }

  private Body body(DescribedApi.Operation operation) {
    JsonNode content = api.resolve(operation.node().path("requestBody")).path("content");
    if (content.isEmpty()) {
      return new Body(null, null, null, "");
    }
    Map.Entry<String, JsonNode> first = content.properties().iterator().next();
    JsonNode example = first.getValue().path("examples").elements().next().path("value");
    byte[] bytes = (example.isTextual() ? example.asText() : example.toString()).getBytes(UTF_8);
    String schema = first.getValue().path("schema").path("$ref").asText(operation.id());
    return new Body(first.getKey(), example, bytes, schema);
  }

  /** A body that is odd. */
  private record OddBody(String what, String contentType, byte[] bytes) {}

  private List<OddBody> bodies(Body body) {
    String type = String.valueOf(body.contentType());
    List<OddBody> odd = new ArrayList<>();
    odd.add(new OddBody("no body", type, new byte[0]));
    odd.add(new OddBody("not JSON", type, "{not json".getBytes(UTF_8)));
    odd.add(new OddBody("null", type, "null".getBytes(UTF_8)));
    odd.add(new OddBody("a list", type, "[]".getBytes(UTF_8)));
    odd.add(new OddBody("a text", type, "\"text\"".getBytes(UTF_8)));
    odd.add(new OddBody("no UTF-8", type, new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"'}));
    odd.add(new OddBody("nested lists", type, "[".repeat(20_000).getBytes(UTF_8)));
    odd.add(new OddBody("nested maps", type, "{\"a\":".repeat(20_000).getBytes(UTF_8)));
    odd.add(new OddBody("another media type", "application/xml", "<a/>".getBytes(UTF_8)));
    odd.add(new OddBody("a form", "application/x-www-form-urlencoded", "a=b".getBytes(UTF_8)));
    if (!(body.example() instanceof ObjectNode example)) {
      return odd;
    }
    odd.add(odd("an unknown field", type, example.deepCopy().put("no_such_field", 1)));
    example
        .fieldNames()
        .forEachRemaining(
            field -> {
              for (JsonNode value : values(example.get(field))) {
                ObjectNode copy = example.deepCopy();
                copy.set(field, value);
                odd.add(odd(field + " is " + shown(value.toString()), type, copy));
              }
              ObjectNode less = example.deepCopy();
              less.remove(field);
              odd.add(odd("without " + field, type, less));
              String text = example.toString();
              odd.add(
                  new OddBody(
                      field + " twice",
                      type,
                      (text.substring(0, text.length() - 1) + ",\"" + field + "\":null}")
                          .getBytes(UTF_8)));
              odd.add(
                  new OddBody(
                      field + " is a number beyond all bounds",
                      type,
                      example
                          .deepCopy()
                          .put(field, "@@")
                          .toString()
                          .replace("\"@@\"", "1e999999")
                          .getBytes(UTF_8)));
            });
    return odd;
  }

  private static OddBody odd(String what, String type, JsonNode body) {
    return new OddBody(what, type, body.toString().getBytes(UTF_8));
  }

  private static List<JsonNode> values(JsonNode usual) {
    List<JsonNode> values = new ArrayList<>();
    values.add(NODES.nullNode());
    values.add(NODES.booleanNode(!usual.asBoolean()));
    values.add(NODES.numberNode(-1));
    values.add(NODES.numberNode(0));
    values.add(NODES.numberNode(1.5));
    values.add(NODES.numberNode(BigInteger.TWO.pow(80)));
    values.add(NODES.arrayNode());
    values.add(NODES.arrayNode().add(NODES.nullNode()));
    values.add(NODES.arrayNode().add(NODES.arrayNode().add(1)));
    values.add(NODES.objectNode());
    values.add(NODES.objectNode().put("", 1));
    values.add(NODES.objectNode().put("a\0b", "c"));
    values.add(NODES.objectNode().put("__proto__", "x").put("class", "java.lang.Runtime"));
    TEXTS.stream().map(NODES::textNode).forEach(values::add);
    values.add(NODES.textNode(""));
    values.add(NODES.textNode("\ud800"));
    values.add(NODES.textNode("x".repeat(100_000)));
    if (usual instanceof ArrayNode list && !list.isEmpty()) {
      ArrayNode many = NODES.arrayNode();
      for (int i = 0; i < 2_000; i++) {
        many.add(list.get(0));
      }
      values.add(many);
      TEXTS.forEach(text -> values.add(NODES.arrayNode().add(text)));
    }
    if (usual instanceof ObjectNode object && !object.isEmpty()) {
      String inner = object.fieldNames().next();
      TEXTS.forEach(text -> values.add(object.deepCopy().put(inner, text)));
      TEXTS.forEach(text -> values.add(object.deepCopy().set(text, TextNode.valueOf("x"))));
      ObjectNode many = NODES.objectNode();
      for (int i = 0; i < 2_000; i++) {
        many.set("KEY_" + i, object.get(inner));
      }
      values.add(many);
    }
    return values;
  }

  private static String encoded(String text) {
    // A dot is not encoded by anybody; here it is, so that no client takes the segments away.
    return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace(".", "%2E");
  }

  private static String shown(String text) {
    String visible = text.replaceAll("\\p{Cntrl}", "?");
    return visible.length() <= 60 ? visible : visible.substring(0, 60) + "…";
  }
}

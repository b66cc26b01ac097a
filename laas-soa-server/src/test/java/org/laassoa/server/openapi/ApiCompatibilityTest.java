package org.laassoa.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that were written for the API as it was released go on working. */
class ApiCompatibilityTest {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private static final String API =
      """
      paths:
        /api/things/{name}:
          put:
            operationId: putThing
            parameters:
              - {name: name, in: path, required: true, schema: {type: string}}
              - {name: wait, in: query, schema: {type: integer}}
            requestBody:
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/ThingRequest'}
            responses:
              '200':
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Thing'}
      components:
        schemas:
          ThingRequest:
            type: object
            required: [size]
            properties:
              size: {type: integer}
              kind: {type: string, enum: [small, large]}
          Thing:
            type: object
            properties:
              size: {type: integer}
              parts: {type: array, items: {$ref: '#/components/schemas/Thing'}}
      """;

  @Test
  void nothing_that_was_promised_is_taken_back() throws IOException {
    JsonNode promised = YAML.readTree(Files.readString(Path.of("../docs/openapi-promised.yaml")));
    JsonNode now = YAML.readTree(Files.readString(Path.of("../docs/openapi.yaml")));

    assertThat(IncompatibleChanges.between(promised, now))
        .as(
            "incompatible with what docs/openapi-promised.yaml promises. A major release may"
                + " replace that file; nothing else may")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          operationId: putThing       | operationId: storeThing   | has another operationId
          /api/things/                | /api/stuff/               | is gone
          name: wait, in: query       | name: hold, in: query     | takes no more query wait
          query, schema: {type: integer} | query, schema: {type: string} | query wait was [integer] and is [string]
          query, schema: {type: integer} | query, schema: {type: integer}}\\n        - {name: more, in: query, required: true | wants a new query more
          required: [size]            | required: [size, kind]    | .kind is required now
          enum: [small, large]        | enum: [small]             | may no more be [large]
          '200'                       | '201'                     | answers 200 no more
          application/json            | application/yaml          | no more as application/json
          parts: {type: array         | pieces: {type: array      | .parts is gone
          type: integer               | type: string              | .size was [integer] and is [string]
          """)
  void a_change_that_a_client_stumbles_over_is_found(String old, String now, String complaint)
      throws IOException {
    assertThat(API).contains(old);

    assertThat(between(API, API.replace(old, lines(now))))
        .anyMatch(found -> found.contains(complaint));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          enum: [small, large]        | enum: [small, large, huge]
          required: [size]            | required: []
          enum: [small, large]}       | enum: [small, large]}\\n        colour: {type: string}
          parts: {type: array         | more: {type: string}\\n        parts: {type: array
          query, schema: {type: integer} | query, schema: {type: integer}}\\n        - {name: more, in: query
          """)
  void more_that_can_be_asked_or_is_answered_is_no_such_change(String old, String now)
      throws IOException {
    assertThat(API).contains(old);

    assertThat(between(API, API.replace(old, lines(now)))).isEmpty();
  }

  private static String lines(String text) {
    return text.replace("\\n", "\n");
  }

  private static List<String> between(String before, String after) throws IOException {
    return IncompatibleChanges.between(YAML.readTree(before), YAML.readTree(after));
  }
}

package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Set;

/** Answers that say what was wrong, as RFC 9457 problems of the server's catalogue. */
final class Problems {

  /** Those of the catalogue that tell a caller that its request was at fault. */
  private static final Set<String> CATALOGUE =
      Set.of(
          "malformed-request",
          "invalid-field",
          "unknown-action-type",
          "unauthorized",
          "forbidden",
          "not-found",
          "method-not-allowed",
          "attempt-superseded",
          "log-gap",
          "log-incomplete",
          "too-large");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Problems() {}

  /** Asserts that this is such an answer, and gives it. */
  static JsonNode assertProblem(HttpResponse<String> response) throws JsonProcessingException {
    assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.path("status").asInt()).isEqualTo(response.statusCode());
    assertThat(slug(problem)).isIn(CATALOGUE);
    return problem;
  }

  /** Asserts that this is an answer of that type, such as {@code not-found}, and gives it. */
  static JsonNode assertProblem(HttpResponse<String> response, String slug)
      throws JsonProcessingException {
    JsonNode problem = assertProblem(response);
    assertThat(slug(problem)).as(response.body()).isEqualTo(slug);
    return problem;
  }

  private static String slug(JsonNode problem) {
    return problem.path("type").asText().replaceFirst("^urn:laas-soa:problem:", "");
  }
}

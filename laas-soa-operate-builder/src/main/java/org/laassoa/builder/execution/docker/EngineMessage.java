package org.laassoa.builder.execution.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.ResponseItem;
import java.util.Optional;

/** What an engine says about a failure, for people. */
final class EngineMessage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EngineMessage() {}

  /** The message in an error answer: docker-java keeps its JSON as it came. */
  static String of(Throwable failure) {
    String message = failure.getMessage();
    if (message == null) {
      return failure.getClass().getSimpleName();
    }
    int brace = message.indexOf('{');
    if (failure instanceof DockerException && brace >= 0) {
      try {
        JsonNode text = JSON.readTree(message.substring(brace)).path("message");
        return text.isTextual() ? text.asText().strip() : message;
      } catch (JsonProcessingException e) {
        return message;
      }
    }
    return message.strip();
  }

  /** The error that a part of a streamed answer tells of. */
  static Optional<String> of(ResponseItem item) {
    if (item.getErrorDetail() != null && item.getErrorDetail().getMessage() != null) {
      return Optional.of(item.getErrorDetail().getMessage().strip());
    }
    return Optional.ofNullable(item.getError()).map(String::strip);
  }
}

package org.laassoa.server.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.BuildView;

/**
 * What a webhook is sent.
 *
 * @param type {@code build.} and the state, or {@code ping}
 * @param timestamp when it happened
 * @param data what it is about
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookBody(String type, Instant timestamp, Data data) {

  /**
   * What it is about.
   *
   * @param eventId the event's number: of one build, later events have higher ones
   * @param project the project's name
   * @param state the state that the build came to
   * @param link the build's address, or null when the server does not know its own
   * @param build the build as it was soon after, as the API shows it, without the log
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Data(
      @Nullable Long eventId,
      @Nullable String project,
      @Nullable String state,
      @Nullable String link,
      @Nullable BuildView build) {

    /** About nothing. */
    static final Data NONE = new Data(null, null, null, null, null);
  }
}

package org.laassoa.server.provisioning;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.problem.ProblemException;

/** What happens in an operation as server-sent events (HTML Standard, section 9.2). */
final class OperationSse {

  private OperationSse() {}

  private record OutputData(String step, String text) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record StepData(String step, OperationState state, @Nullable String error) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record EndData(OperationState state, @Nullable String error, @Nullable String advice) {}

  /** The last event that a viewer has seen; 0 for none. */
  static int place(@Nullable String lastEventId) {
    if (lastEventId == null || lastEventId.isBlank()) {
      return 0;
    }
    if (!lastEventId.strip().matches("[0-9]{1,9}")) {
      throw ProblemException.invalidField(
          "Last-Event-ID", "is not the id of an event of this operation");
    }
    return Integer.parseInt(lastEventId.strip());
  }

  /** The event on the wire; its id is the place to resume from. */
  static OutboundSseEvent of(Sse sse, OperationFollower.News news) {
    return switch (news) {
      case OperationFollower.News.Happened(OperationEvent event) ->
          sse.newEventBuilder()
              .name(event.kind() == OperationEvent.Kind.OUTPUT ? "output" : "step")
              .id(Integer.toString(event.sequence()))
              .mediaType(MediaType.APPLICATION_JSON_TYPE)
              .data(data(event))
              .build();
      case OperationFollower.News.Ended(OperationRow operation) ->
          sse.newEventBuilder()
              .name("end")
              .mediaType(MediaType.APPLICATION_JSON_TYPE)
              .data(new EndData(operation.state(), operation.error(), operation.advice()))
              .build();
      case OperationFollower.News.Silence() -> sse.newEventBuilder().comment("still here").build();
      case OperationFollower.News.Closed() ->
          throw new IllegalStateException("nothing follows the end");
    };
  }

  private static Object data(OperationEvent event) {
    return switch (event.kind()) {
      case STARTED -> new StepData(event.step(), OperationState.RUNNING, null);
      case OUTPUT -> new OutputData(event.step(), event.text());
      case SUCCEEDED -> new StepData(event.step(), OperationState.SUCCEEDED, null);
      case FAILED -> new StepData(event.step(), OperationState.FAILED, event.text());
    };
  }
}

package org.laassoa.server.log;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laassoa.server.problem.ProblemException;

/** Log events as server-sent events (HTML Standard, section 9.2). */
@ApplicationScoped
class SseEvents {

  private static final Pattern PLACE = Pattern.compile("(?:(\\d{1,9})-)?(\\d{1,18})");

  /**
   * A place in a log.
   *
   * @param attempt from 1; 0 for the current one
   * @param offset the next byte wanted
   */
  record Place(int attempt, long offset) {}

  @JsonPropertyOrder({"attempt", "offset", "text"})
  private record TextData(int attempt, long offset, String text) {}

  private record EndData(String state) {}

  /** The place that a viewer has come to: the id of the last event that it saw. */
  static Place place(String lastEventId) {
    Matcher matcher = PLACE.matcher(lastEventId.strip());
    if (!matcher.matches()) {
      throw ProblemException.invalidField("Last-Event-ID", "is not the id of an event of this log");
    }
    int attempt = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    return new Place(attempt, Long.parseLong(matcher.group(2)));
  }

  /** The event on the wire; its id is the place to resume from. */
  OutboundSseEvent of(Sse sse, LogEvent event) {
    return switch (event) {
      case LogEvent.Text text ->
          sse.newEventBuilder()
              .name("log")
              .id(text.attempt() + "-" + text.next())
              .mediaType(MediaType.APPLICATION_JSON_TYPE)
              .data(new TextData(text.attempt(), text.offset(), text.text()))
              .build();
      case LogEvent.End end ->
          sse.newEventBuilder()
              .name("end")
              .mediaType(MediaType.APPLICATION_JSON_TYPE)
              .data(new EndData(end.state()))
              .build();
      case LogEvent.Silence silence -> sse.newEventBuilder().comment("still here").build();
      case LogEvent.Closed closed -> throw new IllegalStateException("nothing follows the end");
    };
  }
}

package org.laassoa.server.agentwire;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Says the server's time in the answers to {@code /fetch_data}, in the form of RFC 9110, 5.6.7: by
 * it an agent's doctor compares the clocks. Polls go without, there are too many of them.
 */
@ApplicationScoped
class DateHeader {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Clock clock;

  DateHeader(Clock clock) {
    this.clock = clock;
  }

  void register(@Observes Router router) {
    router
        .post("/fetch_data")
        .order(-2)
        .handler(
            call -> {
              call.response().putHeader("Date", FORM.format(clock.instant()));
              call.next();
            });
  }
}

package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;

/** How requests for builds are answered. */
@ApplicationScoped
class RequestedAnswers {

  /** What the API's description says about waiting. */
  static final String WAIT =
      "How many seconds, 0 to 60, to wait for the build's end before the answer";

  /** What the API's description says about keys. */
  static final String KEY =
      "1 to 255 printable ASCII characters that make the request repeatable for 24 hours: however"
          + " often it is sent with the same key, it enqueues once";

  private final Builds builds;

  RequestedAnswers(Builds builds) {
    this.builds = builds;
  }

  /** The build that was asked for, when it has ended or the time is over. */
  Response one(Requested requested, @Nullable Integer wait) throws InterruptedException {
    ActionId id = requested.builds().getFirst();
    BuildView build =
        wait == null || wait == 0 ? builds.get(id) : builds.await(id, Duration.ofSeconds(wait));
    return of(requested).location(URI.create("/api/builds/" + id)).entity(build).build();
  }

  /** 201 for what was enqueued now, 200 for what had been before. */
  static Response.ResponseBuilder of(Requested requested) {
    return requested.replayed()
        ? Response.ok().header("Idempotency-Replayed", "true")
        : Response.status(Response.Status.CREATED);
  }
}

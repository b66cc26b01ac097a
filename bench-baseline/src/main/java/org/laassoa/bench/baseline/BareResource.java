package org.laassoa.bench.baseline;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code POST /bare}: reads the body of a poll on the event loop, and answers {@code []}. */
@Path("/bare")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BareResource {

  /** Answers with nothing. */
  @POST
  @NonBlocking
  public List<String> answer(BarePoll poll) {
    return List.of();
  }
}

package org.laassoa.server.console.live;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laassoa.server.action.ActionSignals;

/**
 * Hints to the pages that are open. They say of what something may have changed and nothing else:
 * whoever asks anew then sees what they may see.
 */
@Path("/changes")
public class ChangesResource {

  private static final Duration TICK = Duration.ofMillis(500);

  private final ActionSignals signals;
  private final WhatPeopleDid people;

  ChangesResource(ActionSignals signals, WhatPeopleDid people) {
    this.signals = signals;
    this.people = people;
  }

  /**
   * The hints, as server-sent events named {@code builds}, {@code agents}, {@code configuration}.
   */
  @GET
  @RolesAllowed("user")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(hidden = true)
  public Multi<OutboundSseEvent> changes(@Context Sse sse) {
    Hints hints = new Hints(signals.changes(), people.known());
    return Multi.createBy()
        .concatenating()
        .streams(
            Multi.createFrom().item(sse.newEventBuilder().comment("open").build()),
            Multi.createFrom()
                .ticks()
                .every(TICK)
                .onOverflow()
                .drop()
                .onItem()
                .transformToIterable(tick -> hints.at(signals.changes(), people.changes()))
                .map(hint -> sse.newEventBuilder().name(hint).data("").build()));
  }
}

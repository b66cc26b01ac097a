package org.laassoa.server.configuration.webhook;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laassoa.server.configuration.Entries;
import org.laassoa.server.configuration.EntryContext;
import org.laassoa.server.configuration.EntryResource;
import org.laassoa.server.configuration.input.StrictReading;

/** The address of outgoing webhooks. */
@Path(Webhooks.PATH)
@Tag(name = "Webhooks")
@RunOnVirtualThread
@Transactional
@Produces(MediaType.APPLICATION_JSON)
@CustomDeserialization(StrictReading.class)
public class WebhookResource extends EntryResource<Webhook, WebhookRequest, WebhookView> {

  WebhookResource(Webhooks kind, EntryContext context) {
    super(new Entries<>(kind, context));
  }
}

package org.laassoa.server.configuration.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import org.laassoa.server.configuration.EntryRepository;

/** The stored webhooks. */
@ApplicationScoped
public class WebhookRepository implements EntryRepository<Webhook> {}

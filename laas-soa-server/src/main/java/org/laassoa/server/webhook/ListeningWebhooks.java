package org.laassoa.server.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.laassoa.server.configuration.webhook.Webhook;
import org.laassoa.server.configuration.webhook.WebhookRepository;
import org.laassoa.server.configuration.webhook.WebhookSecret;
import org.laassoa.server.configuration.webhook.Webhooks;

/** The webhooks as they are configured now. */
@ApplicationScoped
class ListeningWebhooks {

  private final WebhookRepository repository;
  private final Webhooks webhooks;

  ListeningWebhooks(WebhookRepository repository, Webhooks webhooks) {
    this.repository = repository;
    this.webhooks = webhooks;
  }

  /**
   * Where a webhook's messages go.
   *
   * @param url its address
   * @param secret what they are signed with
   * @param enabled whether they are sent
   */
  record Target(String url, WebhookSecret secret, boolean enabled) {
    /** Without both: addresses may hold tokens. */
    @Override
    public String toString() {
      return "Target[enabled=" + enabled + "]";
    }
  }

  /** Those that are told when a build of that project has come to that state. */
  @Transactional
  public List<Webhook> to(String project, String state) {
    return repository.listAll().stream()
        .filter(Webhook::isEnabled)
        .filter(webhook -> webhook.getEvents().contains(state))
        .filter(
            webhook -> webhook.getProjects().isEmpty() || webhook.getProjects().contains(project))
        .toList();
  }

  /** Where messages to that webhook go now, if there is such a one. */
  @Transactional
  public Optional<Target> target(String name) {
    return repository
        .findByName(name)
        .map(
            webhook -> new Target(webhook.getUrl(), webhooks.secret(webhook), webhook.isEnabled()));
  }

  /** Whether there is one of that name. */
  @Transactional
  public boolean exists(String name) {
    return repository.findByName(name).isPresent();
  }
}

package org.laassoa.server.configuration.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.configuration.Usage;
import org.laassoa.server.configuration.input.WriteOnly;
import org.laassoa.server.configuration.project.ProjectRepository;
import org.laassoa.server.outbound.AddressPolicy;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.secret.SecretCipher;

/** How outgoing webhooks are checked, stored and shown. */
@ApplicationScoped
public class Webhooks implements EntryKind<Webhook, WebhookRequest, WebhookView> {
  static final String PATH = "/api/webhooks";

  private static final String COLUMN = "webhooks.secret:";

  private final WebhookRepository repository;
  private final ProjectRepository projects;
  private final AddressPolicy addresses;
  private final SecretCipher cipher;

  Webhooks(
      WebhookRepository repository,
      ProjectRepository projects,
      AddressPolicy addresses,
      SecretCipher cipher) {
    this.repository = repository;
    this.projects = projects;
    this.addresses = addresses;
    this.cipher = cipher;
  }

  /** The secret of that webhook in plain text. */
  public WebhookSecret secret(Webhook webhook) {
    return new WebhookSecret(
        cipher.decrypt(Objects.requireNonNull(webhook.getSecretEnc()), COLUMN + webhook.getName()));
  }

  @Override
  public String noun() {
    return "webhook";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Set<String> refersTo() {
    return Set.of("projects");
  }

  @Override
  public WebhookRepository repository() {
    return repository;
  }

  @Override
  public Class<WebhookRequest> requestType() {
    return WebhookRequest.class;
  }

  @Override
  public Webhook create(String name) {
    return new Webhook(name);
  }

  @Override
  public void check(WebhookRequest request, FieldErrors errors) {
    complaint(request.url()).ifPresent(complaint -> errors.add("url", complaint));
    errors.require(!addresses.forbidsHostOf(request.url()), "url", AddressPolicy.COMPLAINT);
    String secret = request.secret().replacement();
    errors.require(
        secret == null || new WebhookSecret(secret).isValid(), "secret", WebhookSecret.MESSAGE);
  }

  @Override
  public void apply(WebhookRequest request, Webhook webhook) {
    FieldErrors errors = new FieldErrors();
    for (int i = 0; i < request.projects().size(); i++) {
      projects.referredTo(request.projects().get(i), "projects[" + i + "]", errors);
    }
    errors.throwIfAny();
    webhook.apply(request);
    switch (request.secret()) {
      case WriteOnly.Replace<String>(String value) ->
          webhook.setSecretEnc(cipher.encrypt(value, COLUMN + webhook.getName()));
      case WriteOnly.Clear<String> clear -> throw unsigned();
      case WriteOnly.Keep<String> keep -> {
        if (webhook.getSecretEnc() == null) {
          throw unsigned();
        }
      }
    }
  }

  private static ProblemException unsigned() {
    return ProblemException.invalidField("secret", WebhookSecret.MESSAGE);
  }

  @Override
  public WebhookView view(Webhook webhook) {
    return WebhookView.of(webhook);
  }

  @Override
  public List<Usage> usages() {
    return List.of();
  }

  private static Optional<String> complaint(String url) {
    try {
      URI address = new URI(url);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if (!scheme.equals("https") && !scheme.equals("http")) {
        return Optional.of("must begin with https:// or http://");
      }
      boolean plain = address.getHost() != null && address.getRawUserInfo() == null;
      return plain && address.getRawFragment() == null
          ? Optional.empty()
          : Optional.of("must have a host, and neither a login nor '#'");
    } catch (URISyntaxException e) {
      return Optional.of("is not an address such as https://chat.example.com/hooks/builds");
    }
  }
}

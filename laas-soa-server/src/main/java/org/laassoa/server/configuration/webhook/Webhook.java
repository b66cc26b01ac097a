package org.laassoa.server.configuration.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.ConfigurationEntry;

/** An address that is told of builds. */
@Entity
@Table(name = "webhooks")
public class Webhook extends ConfigurationEntry {
  @Column(nullable = false)
  private String url;

  @Column(name = "secret_enc", nullable = false)
  private byte @Nullable [] secretEnc;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] events = {};

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] projects = {};

  @Column(nullable = false)
  private boolean enabled = true;

  /** For Hibernate. */
  protected Webhook() {}

  Webhook(String name) {
    super(name);
  }

  void apply(WebhookRequest request) {
    url = request.url();
    events = request.events().stream().distinct().sorted().toArray(String[]::new);
    projects = request.projects().stream().distinct().sorted().toArray(String[]::new);
    enabled = request.enabled();
  }

  void setSecretEnc(byte[] secretEnc) {
    this.secretEnc = secretEnc;
  }

  /** Where it is called. */
  public String getUrl() {
    return url;
  }

  /** The encrypted secret, or null before there is one; {@link Webhooks#secret} decrypts it. */
  byte @Nullable [] getSecretEnc() {
    return secretEnc;
  }

  /** The states of builds that it is told of, sorted. */
  public List<String> getEvents() {
    return Arrays.asList(events);
  }

  /** The projects whose builds it is told of, sorted; none means all. */
  public List<String> getProjects() {
    return Arrays.asList(projects);
  }

  /** Whether it is told at all. */
  public boolean isEnabled() {
    return enabled;
  }
}

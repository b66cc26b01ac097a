package org.laassoa.server.configuration;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/** The columns that every table of the configuration has. */
@MappedSuperclass
public abstract class ConfigurationEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false, updatable = false)
  private String name;

  @Column(nullable = false)
  private String description = "";

  @Version private long version;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  /** For Hibernate. */
  protected ConfigurationEntry() {}

  /** A new entry, not stored yet; its name never changes. */
  protected ConfigurationEntry(String name) {
    this.name = name;
  }

  /** Notes another description, which is a change only if it differs. */
  void describe(String newDescription) {
    description = newDescription;
  }

  /** Notes a change, and the first one as the creation. */
  void changed(String newDescription, Instant now) {
    if (createdAt == null) {
      createdAt = now;
    }
    updatedAt = now;
    description = newDescription;
  }

  /** The row's number; only once stored. */
  public long getId() {
    return id;
  }

  /** The unique name among entries of its kind. */
  public String getName() {
    return name;
  }

  /** What people wrote about it, possibly empty. */
  public String getDescription() {
    return description;
  }

  /** Counts its changes; from 0. */
  public long getVersion() {
    return version;
  }

  /** When it was first stored. */
  public Instant getCreatedAt() {
    return createdAt;
  }

  /** When it was last changed. */
  public Instant getUpdatedAt() {
    return updatedAt;
  }
}

package org.laassoa.server.configuration;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change of an entry.
 *
 * @param version the entry's version after it; counts from 0, and anew for an entry made anew
 * @param change {@code created}, {@code updated} or {@code deleted}
 * @param author who made it
 * @param changedAt when
 * @param changes what differs from the state before
 * @param secrets the write-only fields that were set or cleared; their values are nowhere shown
 */
@Schema(name = "EntryChange", examples = EntryChange.EXAMPLE)
@JsonNaming(SnakeCaseStrategy.class)
public record EntryChange(
    long version,
    @Schema(enumeration = {"created", "updated", "deleted"}) String change,
    String author,
    Instant changedAt,
    List<FieldChange> changes,
    List<String> secrets) {

  static final String EXAMPLE =
      """
      {
        "version": 3,
        "change": "updated",
        "author": "admin",
        "changed_at": "2026-11-22T10:00:00Z",
        "changes": [{"field": "port", "before": 3000, "after": 443}],
        "secrets": ["password"]
      }
      """;
}

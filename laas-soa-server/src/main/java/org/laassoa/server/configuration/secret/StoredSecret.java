package org.laassoa.server.configuration.secret;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of secrets.
 *
 * @param id the row's number
 * @param projectId the project that it is for, or null for a shared one
 * @param name the environment variable
 * @param kind how scripts get it
 * @param value encrypted
 * @param description free text
 * @param everyProject shared, and for the builds of all projects
 * @param parentImages shared, and for the builds of parent images too
 * @param createdAt when it was first stored
 * @param updatedAt when it was last put
 * @param updatedBy who put it last
 */
@SuppressWarnings("ArrayRecordComponent") // Only carried from and to the row, never compared.
record StoredSecret(
    long id,
    @Nullable Long projectId,
    String name,
    SecretKind kind,
    byte[] value,
    String description,
    boolean everyProject,
    boolean parentImages,
    Instant createdAt,
    Instant updatedAt,
    String updatedBy) {

  /** What the value is bound to when it is encrypted, see {@code EncryptedColumns}. */
  static String context(@Nullable Long projectId, String name) {
    return "secrets.value:" + (projectId == null ? "shared" : projectId) + ":" + name;
  }
}

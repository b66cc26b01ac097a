package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * One image that a build made.
 *
 * @param name {@code registry/name:tag}
 * @param id the engine's image id, {@code sha256:…}
 * @param digest the registry's digest, {@code sha256:…}; missing when the image was not pushed
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImageReport(String name, @Nullable String id, @Nullable String digest) {

  /** {@code registry/name:tag@digest}, or without the digest where there is none. */
  public String reference() {
    return digest == null ? name : name + "@" + digest;
  }
}

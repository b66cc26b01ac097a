package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * An image registry with its login.
 *
 * @param address host and port, without scheme, as it stands at the front of an image's name
 * @param username login, or missing
 * @param password password, or missing
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Registry(String address, @Nullable String username, @Nullable String password) {

  /** Without the password: this record may end up in a message. */
  @Override
  public String toString() {
    return "Registry[" + address + "]";
  }
}

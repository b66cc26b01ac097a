package org.laassoa.server.configuration.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

/**
 * A field that answers never show, so that a client which does not know it must be able to leave it
 * alone: a missing field keeps what is stored, null clears it, a value replaces it.
 *
 * @param <T> the value's type
 */
@JsonDeserialize(using = WriteOnlyDeserializer.class)
public sealed interface WriteOnly<T> {

  /** Keep what is stored. */
  record Keep<T>() implements WriteOnly<T> {}

  /** Remove what is stored. */
  record Clear<T>() implements WriteOnly<T> {}

  /**
   * Store this instead.
   *
   * @param value a secret
   */
  record Replace<T>(T value) implements WriteOnly<T> {
    /** Without the value. */
    @Override
    public String toString() {
      return "Replace[***]";
    }
  }

  /** The new value, or null where there is none. */
  default @Nullable T replacement() {
    return this instanceof Replace<T>(T value) ? value : null;
  }
}

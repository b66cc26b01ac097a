package org.laassoa.server.configuration;

import jakarta.ws.rs.core.EntityTag;

/**
 * An entry as people see it, with the tag of its version.
 *
 * @param view what is shown
 * @param tag changes with each change of the entry
 * @param <V> what people are shown
 */
public record Stored<V>(V view, EntityTag tag) {

  /** The tag of an entry: the row's number is in it, so that an entry made anew has another. */
  static EntityTag tag(ConfigurationEntry entry) {
    return new EntityTag(entry.getId() + "-" + entry.getVersion());
  }
}

package org.laassoa.server.configuration;

import org.jspecify.annotations.Nullable;

/** What people send to store an entry. */
public interface EntryRequest {

  /** The entry's name; with a PUT it may be missing, since the address has it. */
  @Nullable String name();

  /** Free text, possibly empty. */
  String description();
}

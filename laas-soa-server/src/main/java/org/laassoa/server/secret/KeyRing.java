package org.laassoa.server.secret;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of a server: one to encrypt with, and others that stored secrets may still need.
 *
 * @param current encrypts
 * @param others only decrypt
 */
record KeyRing(EncryptionKey current, List<EncryptionKey> others) {

  /** A ring with its own copy of the list. */
  KeyRing {
    others = List.copyOf(others);
  }

  /** All keys, the current one first. */
  List<EncryptionKey> all() {
    return Stream.concat(Stream.of(current), others.stream()).toList();
  }

  /** The key of that id, or nothing. */
  Optional<EncryptionKey> byId(String id) {
    return all().stream().filter(key -> key.id().equals(id)).findFirst();
  }
}

package org.laassoa.server.configuration;

/**
 * Something that uses an entry.
 *
 * @param noun what it is, in words: {@code project}
 * @param name its name
 */
public record EntryUser(String noun, String name) {

  /** As people are told: {@code project hello}. */
  @Override
  public String toString() {
    return noun + " " + name;
  }
}

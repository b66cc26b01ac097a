package org.laassoa.server.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a key file holds, one key a line in base64. The first encrypts. One that is {@code replaced}
 * may still be needed by stored secrets; one that is {@code retired} is needed by none, and kept
 * for what somebody may bring back from a backup until a person says that it may go.
 *
 * @param current encrypts
 * @param replaced their secrets are not yet all under the current key
 * @param retired no secret in the database is under them
 */
record KeyLines(EncryptionKey current, List<EncryptionKey> replaced, List<EncryptionKey> retired) {
  private static final String REPLACED = "replaced";
  private static final String RETIRED = "retired";

  /** Lines with their own copies of the lists. */
  KeyLines {
    replaced = List.copyOf(replaced);
    retired = List.copyOf(retired);
  }

  /** One key alone. */
  static KeyLines of(EncryptionKey key) {
    return new KeyLines(key, List.of(), List.of());
  }

  /**
   * The lines of a file.
   *
   * @param source where they are from, for the message
   * @throws IllegalStateException if they do not hold keys; the message shows none of them
   */
  static KeyLines parse(String text, String source) {
    List<EncryptionKey> current = new ArrayList<>();
    List<EncryptionKey> replaced = new ArrayList<>();
    List<EncryptionKey> retired = new ArrayList<>();
    for (String line : text.strip().lines().toList()) {
      String[] words = line.strip().split(" +", 2);
      EncryptionKey key = new EncryptionKey(SecretKeys.decode(words[0], source));
      String state = words.length == 1 ? "" : words[1];
      switch (state) {
        case "" -> current.add(key);
        case REPLACED -> replaced.add(key);
        case RETIRED -> retired.add(key);
        default -> throw new IllegalStateException(source + " has a line that is no key");
      }
    }
    if (current.size() != 1) {
      throw new IllegalStateException(
          "%s holds %d current keys, not 1".formatted(source, current.size()));
    }
    return new KeyLines(current.getFirst(), replaced, retired);
  }

  /** What the file says: a secret. */
  String text() {
    return Stream.of(
            Stream.of(current.base64()),
            replaced.stream().map(key -> key.base64() + " " + REPLACED),
            retired.stream().map(key -> key.base64() + " " + RETIRED))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The keys to encrypt and decrypt with. */
  KeyRing ring() {
    return new KeyRing(current, Stream.concat(replaced.stream(), retired.stream()).toList());
  }

  /** With this one to encrypt, and the former current one replaced. */
  KeyLines replacedBy(EncryptionKey key) {
    return new KeyLines(
        key, Stream.concat(Stream.of(current), replaced.stream()).toList(), retired);
  }

  /** With all replaced ones retired. */
  KeyLines withAllRetired() {
    return new KeyLines(
        current, List.of(), Stream.concat(replaced.stream(), retired.stream()).toList());
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "KeyLines[" + current.id() + "]";
  }
}

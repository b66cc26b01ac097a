package org.laassoa.server.provisioning.ssh;

import java.util.Base64;
import org.laassoa.server.machine.HostKey;

/**
 * A key that a host has shown, and proved to own.
 *
 * @param key its type and fingerprint
 * @param publicKey the whole key, as a line of a {@code .pub} file has it
 */
public record ShownHostKey(HostKey key, String publicKey) {

  /** The key in these bytes: RFC 4253, section 6.6. */
  static ShownHostKey of(byte[] bytes) {
    HostKey key = HostKey.of(bytes);
    return new ShownHostKey(key, key.type() + " " + Base64.getEncoder().encodeToString(bytes));
  }
}

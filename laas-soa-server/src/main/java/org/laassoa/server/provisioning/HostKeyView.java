package org.laassoa.server.provisioning;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.HostKey;
import org.laassoa.server.machine.SshHost;
import org.laassoa.server.provisioning.ssh.ShownHostKey;

/**
 * The key that a machine shows now, as the API shows it.
 *
 * @param machine the machine's name
 * @param algorithm the key's type, such as {@code ssh-ed25519}
 * @param fingerprint {@code SHA256:} and 43 characters of base64, as {@code ssh-keygen -l} shows it
 * @param hostKey both, as the machine's field of that name takes them
 * @param publicKey the whole key, as a line of a {@code .pub} file has it
 * @param pinned the key that is pinned, or null
 * @param comparison what it is beside the pinned one
 */
@Schema(name = "MachineHostKey", examples = OperationExamples.HOST_KEY)
@JsonNaming(SnakeCaseStrategy.class)
public record HostKeyView(
    String machine,
    String algorithm,
    String fingerprint,
    String hostKey,
    String publicKey,
    @Nullable String pinned,
    Comparison comparison) {

  /** What a key that is shown is beside the pinned one. */
  @Schema(name = "HostKeyComparison")
  public enum Comparison {
    /** No key is pinned. */
    NOT_PINNED,
    /** It is the pinned one. */
    SAME,
    /** It is another one than the pinned one: operations are refused. */
    CHANGED;

    /** As in the API. */
    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Comparison of(@Nullable HostKey pinned, HostKey shown) {
      if (pinned == null) {
        return NOT_PINNED;
      }
      return pinned.equals(shown) ? SAME : CHANGED;
    }
  }

  static HostKeyView of(SshHost host, ShownHostKey shown) {
    HostKey key = shown.key();
    HostKey pinned = host.hostKey();
    return new HostKeyView(
        host.machine(),
        key.type(),
        key.fingerprint(),
        key.toString(),
        shown.publicKey(),
        pinned == null ? null : pinned.toString(),
        Comparison.of(pinned, key));
  }
}

package org.laassoa.server.outbound;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status the HTTP status, 200 to 599
 * @param headers by name in lower case; of repeated ones the first
 * @param body all of it
 */
public record OutboundAnswer(int status, Map<String, String> headers, byte[] body) {

  /** Whether the status is one of 200 to 299. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The header of that name, in whatever case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The status alone: the rest may be secret. */
  @Override
  public String toString() {
    return "OutboundAnswer[%d, %d bytes]".formatted(status, body.length);
  }
}

package org.laassoa.builder.doctor;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the server answers to a call that changes nothing: one for scripts that nobody has.
 *
 * @param status the HTTP status
 * @param date the server's time in milliseconds since 1970, or 0 when it does not say
 * @param asked when it was asked, by our clock
 * @param answered when it had answered
 */
record ServerAnswer(int status, long date, Instant asked, Instant answered) {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String BODY = "{\"data_id\": \"0\", \"param_list\": []}";

  /** Asks, with the agent's token where there is one. */
  static ServerAnswer of(URI server, @Nullable String token) throws IOException {
    URI call = URI.create(server + "/fetch_data");
    HttpURLConnection connection = (HttpURLConnection) call.toURL().openConnection();
    try {
      connection.setConnectTimeout((int) LIMIT.toMillis());
      connection.setReadTimeout((int) LIMIT.toMillis());
      connection.setInstanceFollowRedirects(false);
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      if (token != null) {
        connection.setRequestProperty("Authorization", "Bearer " + token);
      }
      Instant asked = Instant.now();
      try (OutputStream body = connection.getOutputStream()) {
        body.write(BODY.getBytes(StandardCharsets.UTF_8));
      }
      int status = connection.getResponseCode();
      return new ServerAnswer(status, connection.getDate(), asked, Instant.now());
    } finally {
      connection.disconnect();
    }
  }
}

package org.laassoa.endtoend.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A build's live log: server-sent events, as the HTML standard's section 9.2 has them. */
public final class LogStream implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BufferedReader lines;

  LogStream(InputStream events) {
    this.lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
  }

  /** What comes: a piece of the log, or its end. */
  public sealed interface Event {

    /**
     * A piece of the log.
     *
     * @param attempt whose log it is, from 1
     * @param offset its first byte's place in that attempt's log
     * @param text its bytes as UTF-8; what is not UTF-8 is replaced
     * @param id where to go on after a lost connection; means something to the server only
     */
    record Text(int attempt, long offset, String text, String id) implements Event {}

    /** Nothing follows; the build's state. */
    record End(String state) implements Event {}
  }

  /**
   * Waits for the next event.
   *
   * @return null when the connection ended before the log did
   */
  public @Nullable Event next() throws IOException {
    String name = "";
    String id = "";
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("event:")) {
        name = value(line);
      } else if (line.startsWith("id:")) {
        id = value(line);
      } else if (line.startsWith("data:")) {
        data.append(value(line));
      } else if (line.isEmpty() && !data.isEmpty()) {
        JsonNode node = JSON.readTree(data.toString());
        if (name.equals("end")) {
          return new Event.End(node.path("state").asText());
        }
        return new Event.Text(
            node.path("attempt").asInt(),
            node.path("offset").asLong(),
            node.path("text").asText(),
            id);
      }
    }
    return null;
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).stripLeading();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

package org.laassoa.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * An agent that a test plays: says whatever the test wants, and gets whatever the server answers.
 *
 * @param server the server's address
 * @param token the agent's own
 */
public record RawAgent(URI server, String token) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Joins a server. */
  public static RawAgent join(World world) throws IOException, InterruptedException {
    String body =
        JSON.writeValueAsString(
            JSON.createObjectNode()
                .put("join_token", world.api().joinToken())
                .put("name", World.unique("raw")));
    URI server = world.server().address();
    HttpResponse<String> answer = new RawAgent(server, "none").post("/join_agent", body);
    return new RawAgent(server, JSON.readTree(answer.body()).path("token").asText());
  }

  /** Posts JSON, or what should be. */
  public HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(path, "application/json", BodyPublishers.ofString(body));
  }

  /** Posts bytes. */
  public HttpResponse<String> post(String path, byte[] body)
      throws IOException, InterruptedException {
    return send(path, "application/octet-stream", BodyPublishers.ofByteArray(body));
  }

  /** Polls once and takes what it is given first; a missing node when there is nothing. */
  public JsonNode consume() throws IOException, InterruptedException {
    return JSON.readTree(post("/consume_action", "{}").body()).path(0);
  }

  private HttpResponse<String> send(String path, String type, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .POST(body)
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "RawAgent[" + server + "]";
  }
}

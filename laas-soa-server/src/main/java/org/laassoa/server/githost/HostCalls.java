package org.laassoa.server.githost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.laassoa.server.githost.GitHostException.Kind;
import org.laassoa.server.language.Message;
import org.laassoa.server.outbound.OutboundAnswer;
import org.laassoa.server.outbound.OutboundException;
import org.laassoa.server.outbound.OutboundHttp;
import org.laassoa.server.outbound.OutboundRefusedException;
import org.laassoa.server.outbound.OutboundRequest;
import org.laassoa.server.outbound.OutboundRequest.Terms;

/** JSON to and from the APIs of git hosts, and their refusals in words. */
@ApplicationScoped
public class HostCalls {
  private final OutboundHttp http;
  private final ObjectMapper json;

  HostCalls(OutboundHttp http, ObjectMapper json) {
    this.http = http;
    this.json = json;
  }

  /**
   * A host's API.
   *
   * @param base its address, such as {@code https://gitlab.example.com/api/v4}
   * @param headers what every call carries, among it the token
   * @param insecure whether any TLS certificate is taken
   */
  public record Api(URI base, Map<String, String> headers, boolean insecure) {
    /** Without the headers. */
    @Override
    public String toString() {
      return "Api[" + base + "]";
    }
  }

  /**
   * What a host answered.
   *
   * @param body the JSON, or a missing node where there was none
   * @param raw headers and status
   */
  public record Answer(JsonNode body, OutboundAnswer raw) {}

  /** Reads what is at a path below the API's address. */
  public Answer get(Api api, String path) {
    return send(api, OutboundRequest.get(URI.create(api.base() + path)));
  }

  /** Sends JSON there. */
  public Answer post(Api api, String path, Map<String, ?> body) {
    try {
      URI address = URI.create(api.base() + path);
      return send(api, OutboundRequest.json("POST", address, json.writeValueAsBytes(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is JSON", e);
    }
  }

  /** Deletes what is there. */
  public void delete(Api api, String path) {
    URI address = URI.create(api.base() + path);
    send(api, new OutboundRequest("DELETE", address, Map.of(), new byte[0], Terms.USUAL));
  }

  private Answer send(Api api, OutboundRequest request) {
    Terms usual = Terms.USUAL;
    OutboundRequest whole =
        request.on(new Terms(usual.timeout(), usual.maxAnswerBytes(), api.insecure()));
    for (var header : api.headers().entrySet()) {
      whole = whole.header(header.getKey(), header.getValue());
    }
    OutboundAnswer answer;
    try {
      answer = http.send(whole);
    } catch (OutboundException e) {
      Kind kind = e instanceof OutboundRefusedException ? Kind.REFUSED : Kind.UNAVAILABLE;
      throw new GitHostException(kind, e.reason(), null, null);
    }
    if (!answer.isSuccess()) {
      throw HostRefusals.of(answer, request.address().getHost());
    }
    return new Answer(body(answer, request.address().getHost()), answer);
  }

  private JsonNode body(OutboundAnswer answer, String host) {
    try {
      return json.readTree(answer.body());
    } catch (IOException e) {
      throw new GitHostException(
          Kind.REFUSED,
          Message.of(
              "%s does not answer with JSON: is it the address and kind of the git host?", host),
          answer.status(),
          null);
    }
  }
}

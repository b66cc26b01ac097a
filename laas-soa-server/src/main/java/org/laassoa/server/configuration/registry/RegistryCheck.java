package org.laassoa.server.configuration.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.language.Message;
import org.laassoa.server.outbound.ConnectionCheck;
import org.laassoa.server.outbound.ConnectionCheck.Item;
import org.laassoa.server.outbound.OutboundAnswer;
import org.laassoa.server.outbound.OutboundException;
import org.laassoa.server.outbound.OutboundHttp;
import org.laassoa.server.outbound.OutboundRequest;
import org.laassoa.server.outbound.OutboundRequest.Terms;

/**
 * Signs in to an image registry as engines do: the base address of the OCI distribution API, with
 * basic authentication or a token from the realm that the registry names (distribution's "Token
 * Authentication Specification").
 */
@ApplicationScoped
class RegistryCheck {
  private static final String ACCOUNT = "account";
  private static final String REACHABLE = "reachable";

  private final OutboundHttp http;
  private final ObjectMapper json;

  RegistryCheck(OutboundHttp http, ObjectMapper json) {
    this.http = http;
    this.json = json;
  }

  /**
   * How a registry is reached.
   *
   * @param base its address with {@code /v2/}
   * @param username the login, or null
   * @param password its password, or null
   * @param insecure whether any TLS certificate is taken
   */
  record Access(URI base, @Nullable String username, @Nullable String password, boolean insecure) {
    /** Without the login. */
    @Override
    public String toString() {
      return "Access[" + base + "]";
    }

    Optional<String> basic() {
      return username == null || password == null
          ? Optional.empty()
          : Optional.of(
              "Basic "
                  + Base64.getEncoder()
                      .encodeToString(
                          (username + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }
  }

  ConnectionCheck of(Access access) {
    try {
      return ConnectionCheck.of(checks(access));
    } catch (OutboundException e) {
      return ConnectionCheck.of(List.of(Item.failed(REACHABLE, e.reason())));
    }
  }

  private List<Item> checks(Access access) {
    OutboundAnswer answer = ask(access, access.base(), Optional.empty());
    String host = access.base().getHost();
    if (answer.status() != 200 && answer.status() != 401) {
      return List.of(
          Item.failed(
              REACHABLE,
              Message.of(
                  "%s answers HTTP %d: there is no image registry at this address",
                  host, answer.status())));
    }
    Item reachable = Item.ok(REACHABLE, Message.of("%s answers as an image registry", host));
    if (access.basic().isEmpty()) {
      return List.of(
          reachable,
          answer.status() == 200
              ? Item.ok(ACCOUNT, Message.of("no login is needed"))
              : Item.failed(ACCOUNT, Message.of("the registry wants a username and a password")));
    }
    return List.of(reachable, signedIn(access, answer));
  }

  private Item signedIn(Access access, OutboundAnswer asked) {
    String challenge = asked.header("www-authenticate").orElse("");
    Optional<String> credential =
        challenge.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length())
            ? token(access, BearerChallenge.of(challenge))
            : access.basic();
    boolean accepted =
        credential.isPresent() && ask(access, access.base(), credential).status() == 200;
    if (!accepted) {
      return Item.failed(
          ACCOUNT,
          Message.of("the registry refuses the login of %s", String.valueOf(access.username())));
    }
    return asked.status() == 200
        ? Item.warning(
            ACCOUNT,
            Message.of("the registry asks nobody for a login: whether it is right is open"))
        : Item.ok(ACCOUNT, Message.of("signed in as %s", String.valueOf(access.username())));
  }

  /** From the realm; a password goes nowhere in plain text that the registry itself did not. */
  private Optional<String> token(Access access, BearerChallenge challenge) {
    URI realm = challenge.realm();
    boolean plain = !"https".equals(realm.getScheme());
    if (plain && "https".equals(access.base().getScheme())) {
      return Optional.empty();
    }
    String query =
        "?account=%s&service=%s"
            .formatted(
                URLEncoder.encode(String.valueOf(access.username()), StandardCharsets.UTF_8),
                URLEncoder.encode(challenge.service(), StandardCharsets.UTF_8));
    OutboundAnswer answer = ask(access, URI.create(realm + query), access.basic());
    return answer.isSuccess() ? tokenIn(answer) : Optional.empty();
  }

  private Optional<String> tokenIn(OutboundAnswer answer) {
    try {
      JsonNode body = json.readTree(answer.body());
      String token = body.path("token").asText(body.path("access_token").asText(""));
      return token.isEmpty() ? Optional.empty() : Optional.of("Bearer " + token);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private OutboundAnswer ask(Access access, URI address, Optional<String> credential) {
    Terms usual = Terms.USUAL;
    OutboundRequest request =
        OutboundRequest.get(address)
            .on(new Terms(usual.timeout(), usual.maxAnswerBytes(), access.insecure()));
    return http.send(
        credential.map(value -> request.header("Authorization", value)).orElse(request));
  }
}

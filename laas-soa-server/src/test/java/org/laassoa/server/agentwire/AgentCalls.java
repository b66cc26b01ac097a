package org.laassoa.server.agentwire;

import static io.restassured.RestAssured.given;
import static org.laassoa.server.configuration.ConfigurationApi.as;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** An agent that a test plays by hand, over HTTP. */
public final class AgentCalls {

  private final String token;

  private AgentCalls(String token) {
    this.token = token;
  }

  /** An agent that has just joined. */
  public static AgentCalls joined() {
    String joinToken =
        as("admin").post("/api/agents/join-tokens").then().extract().path("join_token");
    String token =
        given()
            .body("{\"join_token\": \"" + joinToken + "\", \"name\": \"by hand\"}")
            .post("/join_agent")
            .then()
            .statusCode(200)
            .extract()
            .path("token");
    return new AgentCalls(token);
  }

  /** A request with the agent's token. */
  public RequestSpecification signedIn() {
    return given().header("Authorization", "Bearer " + token);
  }

  /** A call with a JSON body. */
  public ValidatableResponse call(String path, String body) {
    return signedIn().contentType("application/json").body(body).post(path).then();
  }

  /** Polls until there is something, and takes it. */
  public String takeOne() {
    return (String) poll().get("action_id");
  }

  /** Takes what there is, whatever its attempt, and ends it well, until it has this action. */
  public void takeUntil(int action) {
    Map<String, Object> taken = poll();
    while (!taken.get("action_id").equals(Integer.toString(action))) {
      succeed((String) taken.get("action_id"), (int) taken.get("attempt")).statusCode(200);
      taken = poll();
    }
  }

  private Map<String, Object> poll() {
    return call("/consume_action", "{\"wait\": 5}").statusCode(200).extract().path("[0]");
  }

  /** Ends an attempt well. */
  public ValidatableResponse succeed(String action, int attempt) {
    return call(
        "/complete_action",
        """
        {"action_id": "%s", "attempt": %d, "outcome": {"result": "succeeded"}}
        """
            .formatted(action, attempt));
  }
}

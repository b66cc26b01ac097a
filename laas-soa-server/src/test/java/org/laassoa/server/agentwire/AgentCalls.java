package org.laassoa.server.agentwire;

import static io.restassured.RestAssured.given;
import static org.laassoa.server.configuration.ConfigurationApi.as;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.laassoa.wire.ActionType;

/** An agent that a test plays by hand, over HTTP. */
public final class AgentCalls {

  private final long id;
  private final String token;

  private AgentCalls(long id, String token) {
    this.id = id;
    this.token = token;
  }

  /** Ends what another test has left behind: it would come back when its lease ends. */
  public static void emptyQueue() {
    for (String state : List.of("queued", "consumed", "running")) {
      for (String action : ActionType.wireNames()) {
        List<Integer> left =
            as("viewer")
                .get("/api/builds?size=500&state=" + state + "&action=" + action)
                .then()
                .extract()
                .path("items.id");
        left.forEach(
            id -> as("admin").post("/api/builds/" + id + "/cancel").then().statusCode(202));
      }
    }
  }

  /** An agent that has just joined. */
  public static AgentCalls joined() {
    String joinToken =
        as("admin").post("/api/agents/join-tokens").then().extract().path("join_token");
    var joined =
        given()
            .body("{\"join_token\": \"" + joinToken + "\", \"name\": \"by hand\"}")
            .post("/join_agent")
            .then()
            .statusCode(200)
            .extract();
    return new AgentCalls(Long.parseLong(joined.path("agent_id")), joined.path("token"));
  }

  /** A request with the agent's token. */
  public RequestSpecification signedIn() {
    return given().header("Authorization", "Bearer " + token);
  }

  /** The agent's number. */
  public long id() {
    return id;
  }

  /** The agent's token. */
  public String token() {
    return token;
  }

  /** A call with a JSON body. */
  public ValidatableResponse call(String path, String body) {
    return signedIn().contentType("application/json").body(body).post(path).then();
  }

  /** Polls until there is something, and takes it. */
  public String takeOne() {
    return call("/consume_action", "{\"wait\": 5}").statusCode(200).extract().path("[0].action_id");
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

package org.laassoa.server.people;

import static io.restassured.RestAssured.given;
import static org.laassoa.server.configuration.ConfigurationApi.as;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;
import org.laassoa.server.configuration.ConfigurationApi;

/** Users and what they show, as the API's callers use them. */
public final class PeopleApi {
  /** The password of every user who is made here. */
  public static final String PASSWORD = "correct horse battery";

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private PeopleApi() {}

  /** A name that no other test has. */
  public static String fresh(String what) {
    return what + "-" + NUMBERS.incrementAndGet();
  }

  /** A user with that role on everything, or null for none; gives the name. */
  public static String user(String role) {
    String name = fresh("user");
    as("admin")
        .body(
            """
            {"role": %s, "password": "%s"}
            """
                .formatted(role == null ? "null" : '"' + role + '"', PASSWORD))
        .put("/api/users/" + name)
        .then()
        .statusCode(201);
    return name;
  }

  /** A project; gives its name. */
  public static String project() {
    String name = fresh("project");
    ConfigurationApi.put("git-servers/" + name, "{\"address\": \"https://git.example\"}");
    ConfigurationApi.putProject(name);
    ConfigurationApi.put(
        "projects/" + name,
        """
        {"repository": "team/app.git", "build_configuration": "%s", "git_server": "%s"}
        """
            .formatted(name, name));
    return name;
  }

  /** Gives a user a role on a project. */
  public static void grant(String project, String user, String role) {
    as("admin")
        .body("{\"role\": \"" + role + "\"}")
        .put("/api/projects/" + project + "/grants/" + user)
        .then()
        .statusCode(200);
  }

  /** A request of a user who shows name and password. */
  public static RequestSpecification by(String user) {
    return by(user, PASSWORD);
  }

  /** As above, with another password. */
  public static RequestSpecification by(String user, String password) {
    return given().auth().preemptive().basic(user, password).contentType("application/json");
  }

  /** A token of that user, made from the request's body. */
  public static String token(String user, String request) {
    return by(user)
        .body(request)
        .post("/api/me/tokens")
        .then()
        .statusCode(201)
        .extract()
        .path("token");
  }

  /** A request with a token. */
  public static RequestSpecification with(String token) {
    return given().header("Authorization", "Bearer " + token).contentType("application/json");
  }

  /** A browser that is signed in as that user. */
  public static Browser browser(String user) {
    Response signedIn =
        given()
            .contentType("application/json")
            .body("{\"name\": \"%s\", \"password\": \"%s\"}".formatted(user, PASSWORD))
            .post("/api/session");
    signedIn.then().statusCode(200);
    return new Browser(signedIn.cookie("laas_session"), signedIn.path("csrf_token"));
  }

  /**
   * A browser.
   *
   * @param cookie of its session
   * @param csrfToken of its session
   */
  public record Browser(String cookie, String csrfToken) {

    /** A request with the cookie alone. */
    public RequestSpecification cookieOnly() {
      return given().cookie("laas_session", cookie).contentType("application/json");
    }

    /** A request as the console's scripts send it. */
    public RequestSpecification request() {
      return cookieOnly().header("Sec-Fetch-Site", "same-origin").header("X-CSRF-Token", csrfToken);
    }
  }

  /** A build of that project, cancelled at once; gives its number. */
  public static int build(String project) {
    int id =
        as("developer")
            .body("{\"ref\": \"main\"}")
            .post("/api/projects/" + project + "/builds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as("developer").post("/api/builds/" + id + "/cancel").then().statusCode(202);
    return id;
  }
}

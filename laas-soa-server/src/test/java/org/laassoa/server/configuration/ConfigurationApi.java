package org.laassoa.server.configuration;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.laassoa.server.RoleHeader;

/** The configuration's address as its callers use it. */
public final class ConfigurationApi {
  private ConfigurationApi() {}

  /** A request in a role. */
  public static RequestSpecification as(String role) {
    return given().header(RoleHeader.NAME, role).contentType("application/json");
  }

  /** Puts an entry as an administrator. */
  public static ValidatableResponse put(String path, String body) {
    return as("admin").body(body).put("/api/" + path).then();
  }

  static ValidatableResponse get(String path) {
    return as("viewer").get("/api/" + path).then();
  }

  static ValidatableResponse delete(String path) {
    return as("admin").delete("/api/" + path).then();
  }

  /** An environment, a configuration and a project, all of that name. */
  public static void putProject(String name) {
    put("build-environments/" + name, "{\"image\":\"busybox:1\"}").statusCode(201);
    putConfiguration(name).statusCode(201);
    put(
            "projects/" + name,
            """
            {"repository":"team/app.git","build_configuration":"%s"}
            """
                .formatted(name))
        .statusCode(201);
  }

  static ValidatableResponse putConfiguration(String name) {
    return put(
        "build-configurations/" + name,
        """
        {"build_environment":"%s","files":{"compile.sh":"true"},"compile_script":"compile.sh"}
        """
            .formatted(name));
  }
}

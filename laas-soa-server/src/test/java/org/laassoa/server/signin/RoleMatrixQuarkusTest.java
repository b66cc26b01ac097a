package org.laassoa.server.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.laassoa.server.people.PeopleApi.build;
import static org.laassoa.server.people.PeopleApi.by;
import static org.laassoa.server.people.PeopleApi.grant;
import static org.laassoa.server.people.PeopleApi.project;
import static org.laassoa.server.people.PeopleApi.token;
import static org.laassoa.server.people.PeopleApi.user;
import static org.laassoa.server.people.PeopleApi.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

/**
 * Every operation of the API's description, called by everybody: who may not is refused, and who
 * may is not. An operation that is added is held to it without a word here.
 */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class RoleMatrixQuarkusTest {

  private static final String MISSING = "no-such-entry";
  private static final List<String> ORDER = List.of("viewer", "developer", "admin");
  private static final Set<String> LISTS = Set.of("listProjects", "listBuilds");

  private final List<Operation> operations = new ArrayList<>();
  private String own = "";
  private String foreign = "";
  private int ownBuild;
  private int foreignBuild;

  /**
   * @param roles who may call it; empty for everybody
   * @param refusesTokens whether it says that it takes no token
   */
  private record Operation(
      String id, String method, String path, List<String> roles, boolean refusesTokens) {

    boolean isOfProject() {
      return path.startsWith("/api/projects/{");
    }

    boolean isOfBuild() {
      return path.startsWith("/api/builds/{id}");
    }

    boolean changes() {
      return !method.equals("get");
    }
  }

  /**
   * @param role on everything, or null
   * @param onOwn on the one project, or null when it is hidden
   * @param onForeign on the other one
   */
  private record Caller(
      Supplier<RequestSpecification> request,
      String role,
      String onOwn,
      String onForeign,
      boolean token) {}

  @BeforeEach
  void readOperationsAndMakeTwoProjects() throws IOException {
    JsonNode paths =
        new ObjectMapper()
            .readTree(given().get("/q/openapi?format=json").asByteArray())
            .path("paths");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (path.getKey().startsWith("/api/") && method.getValue().has("operationId")) {
          operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    assertThat(operations).hasSizeGreaterThan(80);
    own = project();
    foreign = project();
    ownBuild = build(own);
    foreignBuild = build(foreign);
  }

  private static Operation operation(String path, String method, JsonNode node) {
    List<String> roles = new ArrayList<>();
    node.at("/security/0/basic").forEach(role -> roles.add(role.asText()));
    boolean refusesTokens = node.path("description").asText().contains("Not with a token.");
    return new Operation(node.path("operationId").asText(), method, path, roles, refusesTokens);
  }

  @Test
  void who_shows_nothing_or_something_wrong_is_told_to_sign_in() {
    SoftAssertions all = new SoftAssertions();
    for (Operation operation : operations) {
      if (!operation.roles().isEmpty()) {
        all.assertThat(call(operation, given(), MISSING, 999_999_999))
            .as("%s without credentials", operation)
            .isEqualTo(401);
        all.assertThat(call(operation, with("laas_agent_x"), MISSING, 999_999_999))
            .as("%s with a token that nobody gave out", operation)
            .isEqualTo(401);
      }
    }
    all.assertAll();
  }

  @Test
  void a_role_may_do_what_operations_say() {
    for (String role : ORDER) {
      String user = user(role);
      check(new Caller(() -> by(user), role, role, role, false));
    }
  }

  @Test
  void a_grant_counts_on_its_project_alone() {
    String developer = user(null);
    grant(own, developer, "developer");
    check(new Caller(() -> by(developer), null, "developer", null, false));

    String viewer = user("viewer");
    grant(own, viewer, "developer");
    check(new Caller(() -> by(viewer), "viewer", "developer", "viewer", false));
  }

  @Test
  void who_has_no_role_and_no_grant_sees_nothing() {
    String nobody = user(null);
    check(new Caller(() -> by(nobody), null, null, null, false));
  }

  @Test
  void a_token_caps_the_role_of_its_user() {
    String admin = user("admin");
    Map<String, String> scopes =
        Map.of("read", "viewer", "build", "developer", "configure", "admin");
    scopes.forEach(
        (scope, role) -> {
          String token =
              token(admin, "{\"name\": \"" + scope + "\", \"scopes\": [\"" + scope + "\"]}");
          check(new Caller(() -> with(token), role, role, role, true));
        });
  }

  @Test
  void a_token_for_one_project_is_good_there_alone() {
    String token =
        token(
            user("admin"),
            "{\"name\": \"t\", \"scopes\": [\"build\"], \"projects\": [\"" + own + "\"]}");
    check(new Caller(() -> with(token), null, "developer", null, true));
  }

  private void check(Caller caller) {
    SoftAssertions all = new SoftAssertions();
    for (Operation operation : operations) {
      if (operation.roles().isEmpty()) {
        continue;
      }
      if (operation.isOfProject() || operation.isOfBuild()) {
        check(all, operation, caller, own, ownBuild, caller.onOwn());
        check(all, operation, caller, foreign, foreignBuild, caller.onForeign());
      } else {
        check(all, operation, caller, MISSING, 999_999_999, everywhere(operation, caller));
      }
    }
    all.assertAll();
  }

  /** Lists show to everybody what they may see; many builds at once need a role on some project. */
  private static String everywhere(Operation operation, Caller caller) {
    if (LISTS.contains(operation.id()) && caller.role() == null) {
      return "viewer";
    }
    return operation.id().equals("buildProjects") ? caller.onOwn() : caller.role();
  }

  private void check(
      SoftAssertions all,
      Operation operation,
      Caller caller,
      String project,
      int build,
      String role) {
    boolean mayByRole = operation.roles().contains("user") || operation.roles().contains(role);
    boolean may = mayByRole && !(caller.token() && operation.refusesTokens());
    // What would really be changed is not named: that it is not refused is seen all the same.
    boolean harmless = !operation.changes() || !mayByRole || operation.isOfBuild();
    String name = harmless || !operation.roles().contains(caller.role()) ? project : MISSING;
    int status = call(operation, caller.request().get(), name, build);
    var found = all.assertThat(status).as("%s by %s on %s", operation, caller, name);
    if (may) {
      found.isNotIn(401, 403).isLessThan(500);
    } else if (mayByRole) {
      // A body that cannot be read may be refused first.
      found.isIn(400, 403);
    } else if (role == null && (operation.isOfProject() || operation.isOfBuild())) {
      found.isEqualTo(404);
    } else {
      found.isEqualTo(403);
    }
  }

  private static int call(
      Operation operation, RequestSpecification request, String name, int build) {
    String path =
        operation
            .path()
            .replace("/projects/{project}", "/projects/" + name)
            .replace("{name}", name)
            .replace("{id}", operation.isOfBuild() ? Integer.toString(build) : "999999999")
            .replaceAll("\\{[a-z_]+\\}", MISSING);
    if (operation.changes() && !operation.method().equals("delete")) {
      request.contentType("application/json").body("[]");
    }
    return request.request(operation.method(), path).statusCode();
  }
}

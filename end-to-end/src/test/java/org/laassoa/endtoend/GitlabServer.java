package org.laassoa.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.laassoa.endtoend.git.Git;
import org.laassoa.endtoend.git.GitHttpServer;
import org.laassoa.endtoend.process.Command;

/**
 * Makes a Git server a GitLab, as far as a build service needs one: the parts of its REST API (v4)
 * for projects, their branches and tags, project webhooks and commit statuses, and the calls of
 * those webhooks. Statuses are taken as GitLab takes them: only at commits that are there, and none
 * twice.
 */
public final class GitlabServer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern OF_PROJECT = Pattern.compile("/api/v4/projects/([^/]+)(/.*)?");
  private static final Pattern STATUSES = Pattern.compile("/statuses/([0-9a-f]{40})");

  private final GitHttpServer git;
  private final String token;
  private final Map<String, Hook> hooks = new ConcurrentHashMap<>();
  private final List<Status> statuses = new CopyOnWriteArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Answers below {@code /api/} of that Git server.
   *
   * @param token the only one that the API takes
   */
  public GitlabServer(GitHttpServer git, String token) {
    this.git = git;
    this.token = token;
    git.answerBelow("/api/", this::answer);
  }

  /** A registered webhook. */
  record Hook(URI url, String token) {

    /** One that somebody else makes up for the same address. */
    Hook withToken(String other) {
      return new Hook(url, other);
    }

    /** Without the token: this record may end up in a message. */
    @Override
    public String toString() {
      return "Hook[" + url + "]";
    }
  }

  /** What the API was told about a commit. */
  record Status(String path, String commit, JsonNode body) {
    String state() {
      return body.path("state").asText();
    }
  }

  private record Answer(int status, Object body) {
    static Answer refused(int status, String message) {
      return new Answer(status, Map.of("message", message));
    }
  }

  /** The webhook of a repository; null where none is registered. */
  Hook hook(String path) {
    return hooks.get(path);
  }

  /** What was told about a commit, in order. */
  List<Status> statuses(String commit) {
    return statuses.stream().filter(status -> status.commit().equals(commit)).toList();
  }

  /**
   * Calls a webhook about a push.
   *
   * @param delivery the id of this event; the same when it is sent again
   */
  HttpResponse<String> tell(GitlabPush push, Hook hook, String delivery)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(hook.url())
            .header("Content-Type", "application/json")
            .header("User-Agent", "GitLab/18.5.1-ee")
            .header("Idempotency-Key", delivery)
            .header("X-Gitlab-Event", "Push Hook")
            .header("X-Gitlab-Webhook-UUID", "c9e0a2a6-0e5a-4b0e-8d2e-7f1a4c9f3d10")
            .header("X-Gitlab-Instance", git.url("").toString())
            .header("X-Gitlab-Event-UUID", delivery)
            .header("X-Gitlab-Token", hook.token())
            .POST(BodyPublishers.ofString(push.payload(git)))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private Path bare(String path) {
    return git.root().resolve(path + ".git");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Answer answer =
          token.equals(exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN"))
              ? answer(exchange.getRequestMethod(), exchange.getRequestURI(), JSON.readTree(body))
              : Answer.refused(401, "401 Unauthorized");
      byte[] bytes = JSON.writeValueAsBytes(answer.body());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer answer(String method, URI address, JsonNode body) throws IOException {
    String path = address.getRawPath();
    Matcher project = OF_PROJECT.matcher(path);
    if (project.matches()) {
      String name = URLDecoder.decode(project.group(1), StandardCharsets.UTF_8);
      String rest = project.group(2) == null ? "" : project.group(2);
      return ofProject(name, method + " " + rest, search(address), body);
    }
    return switch (method + " " + path) {
      case "GET /api/v4/user" -> new Answer(200, Map.of("id", 42, "username", "laas-builder"));
      case "GET /api/v4/projects" -> new Answer(200, projects(search(address)));
      case "GET /api/v4/version" ->
          new Answer(200, Map.of("version", "18.5.1-ee", "revision", "4e963fe"));
      case "GET /api/v4/personal_access_tokens/self" ->
          new Answer(200, Map.of("id", 9, "scopes", List.of("api", "read_repository")));
      default -> Answer.refused(404, "404 Not Found");
    };
  }

  /** What is searched for; empty where nothing is. */
  private static String search(URI address) {
    String query = address.getRawQuery() == null ? "" : address.getRawQuery();
    return Arrays.stream(query.split("&"))
        .filter(parameter -> parameter.startsWith("search="))
        .map(parameter -> URLDecoder.decode(parameter.substring(7), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  private List<Map<String, Object>> projects(String search) throws IOException {
    try (Stream<Path> folders = Files.walk(git.root(), 3)) {
      return folders
          .map(folder -> git.root().relativize(folder).toString())
          .filter(name -> name.endsWith(".git") && name.contains(search))
          .map(name -> project(name.substring(0, name.length() - 4)))
          .toList();
    }
  }

  private static Map<String, Object> project(String path) {
    return Map.of(
        "id",
        15,
        "path_with_namespace",
        path,
        "description",
        "What is in " + path,
        "default_branch",
        "main");
  }

  private List<Map<String, String>> refs(String path, String kind, String search) {
    List<String> command =
        List.of("git", "for-each-ref", "--format=%(refname:short)", "refs/" + kind);
    return Command.run(bare(path), Git.ENVIRONMENT, command)
        .output()
        .lines()
        .filter(name -> name.contains(search))
        .map(name -> Map.of("name", name))
        .toList();
  }

  private Answer ofProject(String path, String call, String search, JsonNode body) {
    if (!bare(path).toFile().isDirectory()) {
      return Answer.refused(404, "404 Project Not Found");
    }
    Matcher statusesOf = STATUSES.matcher(call.replaceFirst("^POST ", ""));
    if (statusesOf.matches()) {
      return take(new Status(path, statusesOf.group(1), body));
    }
    return switch (call) {
      case "GET " -> new Answer(200, project(path));
      case "GET /repository/branches" -> new Answer(200, refs(path, "heads", search));
      case "GET /repository/tags" -> new Answer(200, refs(path, "tags", search));
      case "POST /hooks" -> register(path, body);
      default -> Answer.refused(404, "404 Not Found");
    };
  }

  private Answer register(String path, JsonNode body) {
    if (!body.path("push_events").asBoolean()) {
      return Answer.refused(422, "no event is asked for");
    }
    Hook hook = new Hook(URI.create(body.path("url").asText()), body.path("token").asText());
    hooks.put(path, hook);
    return new Answer(201, Map.of("id", 7, "url", hook.url().toString(), "push_events", true));
  }

  private synchronized Answer take(Status status) {
    if (!isCommit(status.path(), status.commit())) {
      return Answer.refused(404, "404 Commit Not Found");
    }
    List<Status> before = statuses(status.commit());
    if (!before.isEmpty() && before.getLast().state().equals(status.state())) {
      return Answer.refused(400, "Cannot transition status from :" + status.state());
    }
    statuses.add(status);
    return new Answer(
        201, Map.of("id", 93, "sha", status.commit(), "status", status.state(), "name", "x"));
  }

  private boolean isCommit(String path, String commit) {
    return Command.run(
                bare(path), Git.ENVIRONMENT, List.of("git", "cat-file", "-e", commit + "^{commit}"))
            .exitCode()
        == 0;
  }
}

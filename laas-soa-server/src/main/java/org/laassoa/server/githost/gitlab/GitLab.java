package org.laassoa.server.githost.gitlab;

import static org.laassoa.server.githost.HostPaths.encoded;
import static org.laassoa.server.githost.HostPaths.text;
import static org.laassoa.server.githost.HostPaths.textOrEmpty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.githost.Account;
import org.laassoa.server.githost.Account.Right;
import org.laassoa.server.githost.CommitState;
import org.laassoa.server.githost.CommitStatus;
import org.laassoa.server.githost.GitHost;
import org.laassoa.server.githost.GitHostException;
import org.laassoa.server.githost.GitHostException.Kind;
import org.laassoa.server.githost.HostCalls;
import org.laassoa.server.githost.NewHook;
import org.laassoa.server.githost.RefName;
import org.laassoa.server.githost.Repository;
import org.laassoa.server.githost.RepositoryPage;

/**
 * One GitLab: the APIs "Projects", "Branches", "Tags", "Commits" and "Project webhooks" of its REST
 * API. A repository's path stands in addresses as one encoded segment.
 */
final class GitLab implements GitHost {
  private static final int PAGE = 100;

  private final HostCalls calls;
  private final HostCalls.Api api;

  GitLab(HostCalls calls, HostCalls.Api api) {
    this.calls = calls;
    this.api = api;
  }

  @Override
  public Account whoAmI() {
    JsonNode user = calls.get(api, "/user").body();
    String version = textOrEmpty(calls.get(api, "/version").body(), "version");
    return new Account(textOrEmpty(user, "username"), version, rights());
  }

  /** Tokens say their own scopes; what their role in a project allows, they do not. */
  private List<Right> rights() {
    JsonNode scopes;
    try {
      scopes = calls.get(api, "/personal_access_tokens/self").body().path("scopes");
    } catch (GitHostException e) {
      if (e.kind() == Kind.UNAVAILABLE) {
        throw e;
      }
      return rights(true, null);
    }
    List<String> held = scopes.valueStream().map(JsonNode::asText).toList();
    boolean all = held.contains("api");
    return rights(all || held.contains("read_api"), all);
  }

  private static List<Right> rights(boolean read, @Nullable Boolean all) {
    return List.of(
        new Right(Account.READ, read),
        new Right(Account.REPORT, all),
        new Right(Account.HOOKS, all));
  }

  @Override
  public RepositoryPage list(String search, int page, int size) {
    String found = search.isEmpty() ? "" : "&search_namespaces=true&search=" + encoded(search);
    HostCalls.Answer answer =
        calls.get(
            api,
            "/projects?membership=true&simple=true&order_by=last_activity_at&page=%d&per_page=%d%s"
                .formatted(page + 1, size, found));
    return new RepositoryPage(
        answer.body().valueStream().map(GitLab::repository).toList(),
        answer.raw().header("x-next-page").filter(next -> !next.isBlank()).isPresent());
  }

  @Override
  public Repository describe(String path) {
    return repository(calls.get(api, project(path)).body());
  }

  @Override
  public List<RefName> branches(String path, String search) {
    return refs(path, "branches", search);
  }

  @Override
  public List<RefName> tags(String path, String search) {
    return refs(path, "tags", search);
  }

  private List<RefName> refs(String path, String kind, String search) {
    String found = search.isEmpty() ? "" : "&search=" + encoded(search);
    String address = "%s/repository/%s?per_page=%d%s".formatted(project(path), kind, PAGE, found);
    return calls
        .get(api, address)
        .body()
        .valueStream()
        .map(ref -> new RefName(textOrEmpty(ref, "name"), textOrEmpty(ref.path("commit"), "id")))
        .toList();
  }

  @Override
  public void report(String path, String commit, CommitStatus status) {
    Map<String, String> body = new HashMap<>();
    body.put("state", state(status.state()));
    body.put("name", status.context());
    body.put("description", status.description());
    body.put("ref", status.ref());
    String link = status.link();
    if (link != null) {
      body.put("target_url", link);
    }
    try {
      calls.post(api, project(path) + "/statuses/" + encoded(commit), body);
    } catch (GitHostException e) {
      // Refused: a state that is there already cannot be entered once more.
      if (!Integer.valueOf(400).equals(e.status())) {
        throw e;
      }
      refuseUnlessThere(path, commit, status, e);
    }
  }

  private void refuseUnlessThere(
      String path, String commit, CommitStatus status, GitHostException refusal) {
    String address =
        "%s/repository/commits/%s/statuses?name=%s"
            .formatted(project(path), encoded(commit), encoded(status.context()));
    Stream<JsonNode> known = calls.get(api, address).body().valueStream();
    if (known.noneMatch(one -> state(status.state()).equals(text(one, "status")))) {
      throw refusal;
    }
  }

  @Override
  public String registerHook(String path, NewHook hook) {
    JsonNode made =
        calls
            .post(
                api,
                project(path) + "/hooks",
                Map.of(
                    "url",
                    hook.url(),
                    "token",
                    hook.secret(),
                    "push_events",
                    true,
                    "tag_push_events",
                    true,
                    "merge_requests_events",
                    true,
                    "enable_ssl_verification",
                    true))
            .body();
    return made.path("id").asText();
  }

  @Override
  public void removeHook(String path, String hookId) {
    try {
      calls.delete(api, project(path) + "/hooks/" + encoded(hookId));
    } catch (GitHostException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
    }
  }

  private static String project(String path) {
    return "/projects/" + encoded(path);
  }

  private static Repository repository(JsonNode project) {
    return new Repository(
        textOrEmpty(project, "path_with_namespace"),
        textOrEmpty(project, "description"),
        text(project, "default_branch"),
        text(project, "web_url"));
  }

  private static String state(CommitState state) {
    return switch (state) {
      case PENDING -> "pending";
      case RUNNING -> "running";
      case SUCCESS -> "success";
      case FAILED -> "failed";
      case CANCELLED -> "canceled";
    };
  }
}

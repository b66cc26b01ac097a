package org.laassoa.server.githost.gitea;

import static org.laassoa.server.githost.HostPaths.encoded;
import static org.laassoa.server.githost.HostPaths.segments;
import static org.laassoa.server.githost.HostPaths.text;
import static org.laassoa.server.githost.HostPaths.textOrEmpty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laassoa.server.githost.Account;
import org.laassoa.server.githost.Account.Right;
import org.laassoa.server.githost.CommitState;
import org.laassoa.server.githost.CommitStatus;
import org.laassoa.server.githost.GitHost;
import org.laassoa.server.githost.GitHostException;
import org.laassoa.server.githost.GitHostException.Kind;
import org.laassoa.server.githost.HostCalls;
import org.laassoa.server.githost.HostPaths;
import org.laassoa.server.githost.NewHook;
import org.laassoa.server.githost.RefName;
import org.laassoa.server.githost.Repository;
import org.laassoa.server.githost.RepositoryPage;

/**
 * One Gitea or Forgejo: the routes "repository" and "user" of its API. It cannot search branches
 * and tags: what is found is looked for in the first of them.
 */
final class Gitea implements GitHost {
  private static final int PAGE = 50;
  private static final int MOST_PAGES = 10;

  private final HostCalls calls;
  private final HostCalls.Api api;

  Gitea(HostCalls calls, HostCalls.Api api) {
    this.calls = calls;
    this.api = api;
  }

  /** A token that may not read its own user may read repositories all the same. */
  @Override
  public Account whoAmI() {
    String version = textOrEmpty(calls.get(api, "/version").body(), "version");
    calls.get(api, "/repos/search?limit=1");
    String name;
    try {
      name = textOrEmpty(calls.get(api, "/user").body(), "login");
    } catch (GitHostException e) {
      if (!Integer.valueOf(403).equals(e.status())) {
        throw e;
      }
      name = "";
    }
    return new Account(
        name,
        version,
        List.of(
            new Right(Account.READ, true),
            new Right(Account.REPORT, null),
            new Right(Account.HOOKS, null)));
  }

  @Override
  public RepositoryPage list(String search, int page, int size) {
    int asked = Math.min(size, PAGE);
    HostCalls.Answer answer =
        calls.get(
            api,
            "/repos/search?sort=updated&order=desc&page=%d&limit=%d&q=%s"
                .formatted(page + 1, asked, encoded(search)));
    List<Repository> items =
        answer.body().path("data").valueStream().map(Gitea::repository).toList();
    long total =
        answer
            .raw()
            .header("x-total-count")
            .filter(count -> count.matches("[0-9]{1,12}"))
            .map(Long::parseLong)
            .orElse(0L);
    return new RepositoryPage(items, total > (long) (page + 1) * asked);
  }

  @Override
  public Repository describe(String path) {
    return repository(calls.get(api, repo(path)).body());
  }

  @Override
  public List<RefName> branches(String path, String search) {
    return refs(path, "branches", "id", search);
  }

  @Override
  public List<RefName> tags(String path, String search) {
    return refs(path, "tags", "sha", search);
  }

  private List<RefName> refs(String path, String kind, String id, String search) {
    List<RefName> refs = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      JsonNode part =
          calls.get(api, "%s/%s?page=%d&limit=%d".formatted(repo(path), kind, page, PAGE)).body();
      part.forEach(
          ref ->
              refs.add(new RefName(textOrEmpty(ref, "name"), textOrEmpty(ref.path("commit"), id))));
      if (part.size() < PAGE) {
        break;
      }
    }
    return HostPaths.matching(refs, search);
  }

  /** The event {@code push} is also that of new tags. */
  @Override
  public String registerHook(String path, NewHook hook) {
    return calls
        .post(
            api,
            repo(path) + "/hooks",
            Map.of(
                "type",
                "gitea",
                "active",
                true,
                "events",
                List.of("push", "pull_request"),
                "config",
                Map.of("url", hook.url(), "content_type", "json", "secret", hook.secret())))
        .body()
        .path("id")
        .asText();
  }

  @Override
  public void report(String path, String commit, CommitStatus status) {
    Map<String, String> body = new HashMap<>();
    body.put("state", state(status.state()));
    body.put("context", status.context());
    body.put("description", status.description());
    String link = status.link();
    if (link != null) {
      body.put("target_url", link);
    }
    calls.post(api, repo(path) + "/statuses/" + encoded(commit), body);
  }

  @Override
  public void removeHook(String path, String hookId) {
    try {
      calls.delete(api, repo(path) + "/hooks/" + encoded(hookId));
    } catch (GitHostException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
    }
  }

  private static String repo(String path) {
    return "/repos/" + segments(path);
  }

  private static Repository repository(JsonNode repository) {
    return new Repository(
        textOrEmpty(repository, "full_name"),
        textOrEmpty(repository, "description"),
        text(repository, "default_branch"),
        text(repository, "html_url"));
  }

  /** There is no state for what runs, nor for what was cancelled. */
  private static String state(CommitState state) {
    return switch (state) {
      case PENDING, RUNNING -> "pending";
      case SUCCESS -> "success";
      case FAILED -> "failure";
      case CANCELLED -> "error";
    };
  }
}

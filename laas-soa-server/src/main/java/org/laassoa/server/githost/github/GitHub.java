package org.laassoa.server.githost.github;

import static org.laassoa.server.githost.HostPaths.encoded;
import static org.laassoa.server.githost.HostPaths.segments;
import static org.laassoa.server.githost.HostPaths.text;
import static org.laassoa.server.githost.HostPaths.textOrEmpty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * One GitHub: the parts "Repositories", "Branches", "Commit statuses" and "Repository webhooks" of
 * its REST API. Its search knows only one owner at a time, so what is found is looked for in the
 * repositories of the account.
 */
final class GitHub implements GitHost {
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 10;

  private final HostCalls calls;
  private final HostCalls.Api api;

  GitHub(HostCalls calls, HostCalls.Api api) {
    this.calls = calls;
    this.api = api;
  }

  @Override
  public Account whoAmI() {
    HostCalls.Answer user = calls.get(api, "/user");
    return new Account(
        textOrEmpty(user.body(), "login"),
        user.raw().header("x-github-enterprise-version").orElse(null),
        rights(user.raw().header("x-oauth-scopes")));
  }

  /** Classic tokens say their scopes; those with rights for each repository say nothing. */
  private static List<Right> rights(Optional<String> scopes) {
    if (scopes.filter(held -> !held.isBlank()).isEmpty()) {
      return List.of(
          new Right(Account.READ, true),
          new Right(Account.REPORT, null),
          new Right(Account.HOOKS, null));
    }
    List<String> held = Arrays.stream(scopes.get().split(",")).map(String::strip).toList();
    boolean all = held.contains("repo");
    return List.of(
        new Right(Account.READ, true),
        new Right(Account.REPORT, all || held.contains("repo:status")),
        new Right(
            Account.HOOKS,
            all || held.contains("admin:repo_hook") || held.contains("write:repo_hook")));
  }

  @Override
  public RepositoryPage list(String search, int page, int size) {
    return search.isEmpty() ? listed(page, size) : searched(search, page, size);
  }

  private RepositoryPage listed(int page, int size) {
    HostCalls.Answer answer =
        calls.get(api, "/user/repos?sort=pushed&page=%d&per_page=%d".formatted(page + 1, size));
    return new RepositoryPage(
        answer.body().valueStream().map(GitHub::repository).toList(), hasNext(answer));
  }

  private RepositoryPage searched(String search, int page, int size) {
    String wanted = search.toLowerCase(Locale.ROOT);
    List<Repository> found =
        all("/user/repos?sort=pushed&").stream()
            .map(GitHub::repository)
            .filter(one -> one.path().toLowerCase(Locale.ROOT).contains(wanted))
            .skip((long) page * size)
            .limit(size + 1L)
            .toList();
    boolean more = found.size() > size;
    return new RepositoryPage(more ? found.subList(0, size) : found, more);
  }

  @Override
  public Repository describe(String path) {
    return repository(calls.get(api, repo(path)).body());
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
    List<RefName> refs =
        all("%s/%s?".formatted(repo(path), kind)).stream()
            .map(
                ref ->
                    new RefName(textOrEmpty(ref, "name"), textOrEmpty(ref.path("commit"), "sha")))
            .toList();
    return HostPaths.matching(refs, search);
  }

  /** The first pages, as long as the header {@code Link} names a next one. */
  private List<JsonNode> all(String address) {
    List<JsonNode> found = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      HostCalls.Answer answer =
          calls.get(api, "%spage=%d&per_page=%d".formatted(address, page, PAGE));
      answer.body().forEach(found::add);
      if (!hasNext(answer)) {
        break;
      }
    }
    return found;
  }

  private static boolean hasNext(HostCalls.Answer answer) {
    return answer.raw().header("link").filter(link -> link.contains("rel=\"next\"")).isPresent();
  }

  @Override
  public String registerHook(String path, NewHook hook) {
    return calls
        .post(
            api,
            repo(path) + "/hooks",
            Map.of(
                "name",
                "web",
                "active",
                true,
                "events",
                List.of("push", "pull_request"),
                "config",
                Map.of(
                    "url",
                    hook.url(),
                    "content_type",
                    "json",
                    "secret",
                    hook.secret(),
                    "insecure_ssl",
                    "0")))
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

package org.laassoa.server.githook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.githook.HookEvent.MergeRequest;
import org.laassoa.server.githook.HookEvent.Origin;
import org.laassoa.server.githook.HookEvent.Other;
import org.laassoa.server.githook.HookEvent.Push;
import org.laassoa.server.githook.HookEvent.Ref;

/**
 * Reads the bodies of hooks as the hosts document them: GitLab's "Webhook events", GitHub's
 * "Webhook events and payloads", Gitea's "Webhooks". Fields that are not known are ignored.
 */
final class HookEvents {
  private static final Set<String> OPENED = Set.of("opened", "reopened");
  private static final Set<String> PUSHED = Set.of("synchronize", "synchronized");

  private HookEvents() {}

  /** What the body tells of. */
  static HookEvent read(HookForm form, String event, JsonNode body) {
    return switch (form) {
      case GITLAB -> gitLab(event, body);
      case GITEA, GITHUB -> gitHub(event, body);
      case GENERIC -> generic(body);
    };
  }

  /** By the body alone: the header has the event's name for people. */
  private static HookEvent gitLab(String event, JsonNode body) {
    String repository = HookJson.text(body, "/project/path_with_namespace");
    return switch (HookJson.first(body, "/object_kind")) {
      case "push", "tag_push" -> {
        Origin origin = new Origin("push", repository, HookJson.first(body, "/user_name"));
        String commit = HookJson.commit(body, "/checkout_sha");
        boolean deleted = HookJson.commit(body, "/after") == null;
        yield push(
            origin, body, deleted ? null : commit, HookJson.messageOf(commit, body.at("/commits")));
      }
      case "merge_request" ->
          gitLabMergeRequest(
              new Origin("merge request", repository, HookJson.first(body, "/user/name")), body);
      default -> unknown(event, repository);
    };
  }

  private static HookEvent gitLabMergeRequest(Origin origin, JsonNode body) {
    String action = HookJson.first(body, "/object_attributes/action");
    boolean pushed = action.equals("update") && body.at("/object_attributes").has("oldrev");
    if (!pushed && !action.equals("open") && !action.equals("reopen")) {
      return new Other(origin, "nothing was pushed to the merge request (" + action + ")");
    }
    return mergeRequest(
        origin,
        HookJson.text(body, "/object_attributes/source/path_with_namespace"),
        HookJson.first(body, "/object_attributes/source_branch"),
        HookJson.commit(body, "/object_attributes/last_commit/id"),
        HookJson.first(body, "/object_attributes/last_commit/message"),
        HookJson.first(body, "/object_attributes/updated_at"));
  }

  /** Gitea's bodies have the same fields, as far as they are read here. */
  private static HookEvent gitHub(String event, JsonNode body) {
    String repository = HookJson.text(body, "/repository/full_name");
    return switch (event) {
      case "push" -> {
        Origin origin =
            new Origin(
                "push",
                repository,
                HookJson.first(body, "/pusher/full_name", "/pusher/name", "/pusher/login"));
        String commit = gitHubCommit(body);
        String message = HookJson.first(body, "/head_commit/message");
        yield push(
            origin,
            body,
            commit,
            message.isEmpty() ? HookJson.messageOf(commit, body.at("/commits")) : message);
      }
      case "pull_request" ->
          gitHubPullRequest(
              new Origin(
                  "merge request",
                  repository,
                  HookJson.first(body, "/sender/full_name", "/sender/login")),
              body);
      default -> unknown(event, repository);
    };
  }

  /** Of an annotated tag, {@code after} is the tag itself; the commit that it is at is the head. */
  private static @Nullable String gitHubCommit(JsonNode body) {
    String after = HookJson.commit(body, "/after");
    String head = HookJson.commit(body, "/head_commit/id");
    boolean tag = HookJson.first(body, "/ref").startsWith("refs/tags/");
    return after != null && tag && head != null ? head : after;
  }

  private static HookEvent gitHubPullRequest(Origin origin, JsonNode body) {
    String action = HookJson.first(body, "/action");
    if (!OPENED.contains(action) && !PUSHED.contains(action)) {
      return new Other(origin, "nothing was pushed to the pull request (" + action + ")");
    }
    return mergeRequest(
        origin,
        HookJson.text(body, "/pull_request/head/repo/full_name"),
        HookJson.first(body, "/pull_request/head/ref"),
        HookJson.commit(body, "/pull_request/head/sha"),
        "",
        HookJson.first(body, "/pull_request/updated_at"));
  }

  /** {@code {"ref": "refs/heads/main", "after": "...", "user": "Jane", "message": "..."}}. */
  private static HookEvent generic(JsonNode body) {
    return push(
        new Origin("push", HookJson.text(body, "/repository"), HookJson.first(body, "/user")),
        body,
        HookJson.commit(body, "/after"),
        HookJson.first(body, "/message"));
  }

  private static HookEvent push(
      Origin origin, JsonNode body, @Nullable String commit, String message) {
    Ref ref = HookJson.ref(HookJson.text(body, "/ref"));
    return ref == null
        ? new Other(origin, "this is neither a branch nor a tag")
        : new Push(origin, ref, HookJson.commit(body, "/before"), commit, message);
  }

  private static HookEvent mergeRequest(
      Origin origin,
      @Nullable String source,
      String branch,
      @Nullable String commit,
      String message,
      String at) {
    return branch.isEmpty() || commit == null
        ? new Other(origin, "it names no branch and commit")
        : new MergeRequest(origin, source, branch, commit, message, at);
  }

  private static HookEvent unknown(String event, @Nullable String repository) {
    return new Other(
        new Origin(event.isEmpty() ? "unknown" : event, repository, ""),
        "events of this kind are not built");
  }
}

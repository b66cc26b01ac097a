package org.laassoa.server.githook;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.project.Triggers;
import org.laassoa.server.githook.HookEvent.MergeRequest;
import org.laassoa.server.githook.HookEvent.Other;
import org.laassoa.server.githook.HookEvent.Push;
import org.laassoa.server.githook.HookEvent.Ref;

/** What is done about an event. */
sealed interface HookDecision {

  /**
   * A build.
   *
   * @param ref what is built
   * @param commit the commit that the host speaks of
   * @param before where the ref was before, empty where it is new or that is not known
   * @param key what makes this event the same as another, whatever id it came under
   */
  record Build(Ref ref, String commit, String before, String key) implements HookDecision {}

  /**
   * Nothing.
   *
   * @param why in words, for people
   */
  record Ignore(String why) implements HookDecision {}

  /**
   * Decides about an event.
   *
   * @param event what the host tells of
   * @param repository the path of the project's repository at the host
   * @param triggers what the project builds
   */
  static HookDecision of(HookEvent event, String repository, Triggers triggers) {
    String told = event.origin().repository();
    if (told != null && !isSame(repository, told)) {
      return new Ignore("the project builds " + repository + ", and this is about " + told);
    }
    return switch (event) {
      case Other other -> new Ignore(other.why());
      case Push push -> of(push, triggers);
      case MergeRequest request -> of(request, repository, triggers);
    };
  }

  private static HookDecision of(Push push, Triggers triggers) {
    Ref ref = push.ref();
    String commit = push.commit();
    if (commit == null) {
      return new Ignore("the " + ref.type() + " " + ref.name() + " was deleted");
    }
    boolean wanted =
        ref.type().equals("tag") ? triggers.ofTag(ref.name()) : triggers.ofPush(ref.name());
    if (!wanted) {
      return new Ignore(
          "the project's triggers name no %s such as %s".formatted(ref.type(), ref.name()));
    }
    if (asksToBeSkipped(push.message())) {
      return new Ignore("the commit's message asks to be skipped");
    }
    String before = Objects.requireNonNullElse(push.before(), "");
    return new Build(
        ref, commit, before, String.join("\n", ref.type(), ref.name(), before, commit));
  }

  private static HookDecision of(MergeRequest request, String repository, Triggers triggers) {
    if (!triggers.mergeRequest()) {
      return new Ignore("the project's triggers leave merge requests out");
    }
    if (!isFromHere(request.source(), repository)) {
      return new Ignore(
          "the merge request comes from a fork, whose code is not built: it could take the"
              + " project's secrets");
    }
    if (triggers.ofPush(request.branch())) {
      return new Ignore("the push to " + request.branch() + " is built by itself");
    }
    if (asksToBeSkipped(request.message())) {
      return new Ignore("the commit's message asks to be skipped");
    }
    return new Build(
        new Ref("branch", request.branch()),
        request.commit(),
        "",
        String.join("\n", "merge request", request.branch(), request.at(), request.commit()));
  }

  private static boolean isFromHere(@Nullable String source, String repository) {
    return source != null && isSame(repository, source);
  }

  /** Hosts do not tell upper from lower case. */
  private static boolean isSame(String repository, String told) {
    return repository.toLowerCase(Locale.ROOT).equals(told.toLowerCase(Locale.ROOT));
  }

  private static boolean asksToBeSkipped(String message) {
    String words = message.toLowerCase(Locale.ROOT);
    return List.of("[ci skip]", "[skip ci]").stream().anyMatch(words::contains);
  }
}

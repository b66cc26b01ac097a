package org.laassoa.server.githook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import org.laassoa.server.build.EnqueueBuilds;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/**
 * What is done with a call of a git host. Nothing of it is read before it has proved whom it comes
 * from; a project that is not there is answered like a wrong proof.
 */
@ApplicationScoped
class ReceiveHook {
  private final HookedProjects projects;
  private final GitHookStore webhooks;
  private final GitHookSecrets secrets;
  private final ReceivedHooks received;
  private final EnqueueBuilds builds;
  private final ObjectMapper json;

  ReceiveHook(
      HookedProjects projects,
      GitHookStore webhooks,
      GitHookSecrets secrets,
      ReceivedHooks received,
      EnqueueBuilds builds,
      ObjectMapper json) {
    this.projects = projects;
    this.webhooks = webhooks;
    this.secrets = secrets;
    this.received = received;
    this.builds = builds;
    this.json = json;
  }

  /**
   * Takes a call.
   *
   * @throws ProblemException {@link ProblemType#UNAUTHORIZED} without a right proof, {@link
   *     ProblemType#MALFORMED_REQUEST} for a body that is not JSON
   */
  HookAnswer take(HookForm form, String projectName, HookCall call) {
    HookedProject project = proven(form, projectName, call);
    HookEvent event = HookEvents.read(form, call.event(form), parsed(call.body()));
    HookAnswer answer =
        switch (HookDecision.of(event, project.repository(), project.triggers())) {
          case HookDecision.Ignore(String why) -> {
            refMoved(project, event);
            yield HookAnswer.ignored(why);
          }
          case HookDecision.Build build -> built(project, event, build, requestedBy(form, event));
        };
    received.add(project.id(), call.delivery(form), event, answer);
    return answer;
  }

  private HookedProject proven(HookForm form, String name, HookCall call) {
    Optional<HookedProject> project = projects.find(name);
    Optional<GitHook> hook =
        project.flatMap(found -> webhooks.find(found.id())).filter(found -> found.form() == form);
    if (project.isEmpty() || hook.isEmpty()) {
      // As much work as for one that is there: who calls does not learn which projects there are.
      HookProof.holds(form, call, "nobody's secret");
      throw refused();
    }
    if (!HookProof.holds(form, call, secrets.of(hook.get(), name))) {
      webhooks.countRefused(project.get().id());
      throw refused();
    }
    return project.get();
  }

  private static ProblemException refused() {
    return new ProblemException(
        ProblemType.UNAUTHORIZED, "the call does not carry the proof that it was agreed on");
  }

  private JsonNode parsed(byte[] body) {
    try {
      JsonNode node = json.readTree(body);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (IOException e) {
      // What it says names a part of the body.
      throw new ProblemException(ProblemType.MALFORMED_REQUEST, "the body is not JSON");
    }
    throw new ProblemException(
        ProblemType.MALFORMED_REQUEST, "the body is not a JSON object: set application/json");
  }

  private HookAnswer built(
      HookedProject project, HookEvent event, HookDecision.Build build, String requestedBy) {
    byte[] key = sha256(build.key());
    Optional<Long> before = received.builtFor(project.id(), key);
    if (before.isPresent()) {
      return HookAnswer.repeated(before.get());
    }
    refMoved(project, event);
    try {
      long number =
          builds
              .enqueue(
                  project.name(),
                  build.ref().type(),
                  build.ref().name(),
                  Map.of(),
                  build.commit(),
                  requestedBy,
                  ReceivedHooks.idempotencyKey(project.id(), key))
              .value();
      received.remember(project.id(), key, build, number);
      return HookAnswer.built(number);
    } catch (ProblemException e) {
      return HookAnswer.failed("it cannot be built: " + e.detail());
    }
  }

  /** A call that is sent again moves nothing: it is not told of here. */
  private void refMoved(HookedProject project, HookEvent event) {
    if (event instanceof HookEvent.Push push) {
      received.forgetWhatBeginsAt(project.id(), push);
    }
  }

  private static String requestedBy(HookForm form, HookEvent event) {
    String who = ReceivedHooks.line(event.origin().causedBy());
    return "webhook " + form.wireName() + (who.isEmpty() ? "" : ": " + who);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}

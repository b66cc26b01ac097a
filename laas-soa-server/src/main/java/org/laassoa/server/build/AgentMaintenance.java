package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.ActionSubject;
import org.laassoa.server.action.Lane;
import org.laassoa.server.action.NewAction;
import org.laassoa.server.agent.AgentView;
import org.laassoa.server.agent.Agents;
import org.laassoa.server.database.Json;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.ActionType;
import org.laassoa.wire.Cache;

/** What is asked of one agent: actions in a lane that it alone can take. */
@ApplicationScoped
class AgentMaintenance {

  /** Before the builds that wait: somebody looks on. */
  private static final int PRIORITY = 100;

  private final Agents agents;
  private final ActionQueue queue;
  private final BuildStore store;
  private final Builds builds;
  private final Json json;

  AgentMaintenance(Agents agents, ActionQueue queue, BuildStore store, Builds builds, Json json) {
    this.agents = agents;
    this.queue = queue;
    this.store = store;
    this.builds = builds;
    this.json = json;
  }

  /**
   * Has an agent empty its caches.
   *
   * @param caches which ones, by name; null or empty means all
   * @throws ProblemException when there is no such agent, or no such cache
   */
  BuildView clean(String agent, @Nullable List<String> caches, String requestedBy) {
    List<String> named = caches == null || caches.isEmpty() ? Cache.wireNames() : caches;
    FieldErrors errors = new FieldErrors();
    for (int i = 0; i < named.size(); i++) {
      errors.require(
          named.get(i) != null && Cache.ofWireName(named.get(i)).isPresent(),
          "caches[" + i + "]",
          Message.of("known caches are %s", Cache.wireNames()));
    }
    errors.throwIfAny();
    CleanPlan plan = new CleanPlan(named.stream().distinct().sorted().toList());
    return ask(agent, ActionType.CLEAN, json.write(plan), requestedBy);
  }

  /**
   * Has an agent look at itself and its machine.
   *
   * @throws ProblemException when there is no such agent
   */
  BuildView diagnose(String agent, String requestedBy) {
    return ask(agent, ActionType.DIAGNOSE, "{}", requestedBy);
  }

  private BuildView ask(String agent, ActionType type, String plan, String requestedBy) {
    AgentView asked = agents.get(agent);
    NewAction action =
        new NewAction(
            Lane.of(type, asked.id()),
            PRIORITY,
            plan,
            null,
            List.of(),
            1,
            new ActionSubject(null, null, asked.name(), null, null, "{}", null, requestedBy, null));
    return builds.get(store.enqueue(List.of(action)).getFirst());
  }

  /**
   * Removes an agent. What only it could do is cancelled.
   *
   * @throws ProblemException when there is no such agent, or it owns something
   */
  void remove(String agent) {
    AgentView removed = agents.get(agent);
    if (!agents.remove(removed.id())) {
      throw new ProblemException(
          ProblemType.IN_USE,
          Message.of("it has %s builds: drain or stop it first", removed.holding()));
    }
    for (ActionId waiting : queue.queuedFor(removed.id())) {
      queue.cancel(waiting);
    }
  }
}

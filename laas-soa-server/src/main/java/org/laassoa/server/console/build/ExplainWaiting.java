package org.laassoa.server.console.build;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.laassoa.server.agent.AgentView;
import org.laassoa.server.build.BuildView;
import org.laassoa.server.build.QueueOutlook;
import org.laassoa.server.build.Waiting;
import org.laassoa.server.console.build.StartEstimate.Candidate;

/** Makes of a build's reasons to wait what is shown of them. */
final class ExplainWaiting {

  private ExplainWaiting() {}

  /**
   * The explanation.
   *
   * @param build a queued one
   * @param waiting why it waits
   * @param agents every agent
   */
  static ShownWaiting of(
      BuildView build, Waiting waiting, List<AgentView> agents, QueueOutlook outlook, Instant now) {
    Map<String, AgentView> byName =
        agents.stream().collect(toMap(AgentView::name, agent -> agent, (one, other) -> one));
    List<AgentAnswer> answers =
        waiting.agents().stream()
            .flatMap(refusal -> answer(byName, refusal, build))
            .sorted(Comparator.comparingInt(AgentAnswer::order))
            .toList();
    List<Candidate> candidates =
        answers.stream()
            .filter(AgentAnswer::couldTake)
            .flatMap(answer -> Stream.ofNullable(byName.get(answer.name())))
            .map(agent -> new Candidate(agent.name(), agent.capacity()))
            .toList();
    return new ShownWaiting(
        kind(build, answers),
        waiting.position(),
        answers,
        StartEstimate.of(outlook, candidates, now));
  }

  private static Stream<AgentAnswer> answer(
      Map<String, AgentView> byName, Waiting.Refusal refusal, BuildView build) {
    return Stream.ofNullable(byName.get(refusal.name()))
        .map(agent -> AgentAnswer.of(agent, refusal, build));
  }

  private static String kind(BuildView build, List<AgentAnswer> answers) {
    if (build.note() != null) {
      return "held_back";
    }
    if (answers.isEmpty()) {
      return "no_agents";
    }
    if (answers.stream().noneMatch(AgentAnswer::couldTake)) {
      return "nobody";
    }
    return answers.stream().anyMatch(answer -> answer.kind().equals("none")) ? "soon" : "busy";
  }
}

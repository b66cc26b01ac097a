package org.laassoa.server.console.build;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words for why a build waits, and for how long. */
@MessageBundle("waiting")
public interface WaitingWords {

  @Message("Why it is waiting")
  String why_waiting();

  @Message(
      "{#switch kind}{#case 'held_back'}Its project has as many builds under way as it may. It follows when one of them ends."
          + "{#case 'no_agents'}No agent has joined yet."
          + "{#case 'nobody'}No agent can take it as things are."
          + "{#case 'busy'}The agents that can take it are busy."
          + "{#else}An agent is about to take it.{/switch}")
  String waits(String kind);

  @Message("Place in the queue")
  String position();

  @Message("{position} or more")
  String position_or_more(int position);

  @Message("Likely to start")
  String start();

  @Message("at any moment")
  String start_soon();

  @Message("estimated from the last {builds} builds")
  String start_basis(int builds);

  @Message("unknown: no agent can take it")
  String start_no_agent();

  @Message("unknown: too few builds have ended of late to go by")
  String start_no_history();

  @Message("What the agents say")
  String agents_say();

  @Message("Answer")
  String answer();

  @Message("Add a machine")
  String add_machine();

  @Message(
      "{#switch kind}{#case 'none'}is about to take it{#case 'capacity'}is busy ({detail})"
          + "{#case 'disk'}takes nothing at present: {detail}{#case 'drained'}is being drained"
          + "{#case 'offline'}is offline{#case 'labels'}lacks {detail}"
          + "{#case 'rule'}is not allowed to take it: {detail}"
          + "{#case 'type'}does not take this kind of work"
          + "{#case 'version'}is too old ({detail}){#else}{kind}{/switch}")
  String agent_answer(String kind, String detail);
}

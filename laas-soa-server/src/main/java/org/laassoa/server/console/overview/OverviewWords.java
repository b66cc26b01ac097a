package org.laassoa.server.console.overview;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.laassoa.server.build.WaitKind;

/** The words of the first page. */
@MessageBundle("overview")
public interface OverviewWords {

  @Message("Running")
  String running();

  @Message("Waiting")
  String waiting();

  @Message("Agents online")
  String agents_online();

  @Message("Slots in use")
  String slots();

  @Message("{a} of {b}")
  String of(long a, long b);

  @Message("Running now")
  String running_now();

  @Message("Nothing runs at the moment.")
  String running_none();

  @Message("Waiting for their turn")
  String waiting_now();

  @Message("Recent results")
  String recent();

  @Message("No build has ended yet.")
  String recent_none();

  @Message("and {count} more")
  String more(long count);

  @Message("All builds")
  String all_builds();

  @Message("Step")
  String step();

  @Message("Waits for")
  String waits_for();

  @Message("Waited")
  String waiting_since();

  @Message("Result")
  String result();

  @Message("Ended")
  String ended();

  @Message("Load")
  String load();

  @Message("{holding} of {capacity} in use")
  String load_of(int holding, int capacity);

  @Message("Last seen")
  String last_seen();

  @Message("No agent has joined yet.")
  String agents_none();

  @Message("Needs attention")
  String attention();

  @Message("since")
  String since();

  @Message("Queue depth")
  String depth();

  @Message("Builds that waited, the most in each ten minutes")
  String depth_hint();

  @Message("Waiting builds")
  String depth_series();

  @Message("Over the last day at most {most} builds waited at once; now {last} wait.")
  String depth_essence(long most, long last);

  @Message("Wait time")
  String waits();

  @Message("Until an agent took the build, by half hours")
  String wait_hint();

  @Message("Median")
  String wait_median();

  @Message("95th percentile")
  String wait_high();

  @Message("No build was taken over the last day.")
  String wait_essence_none();

  @Message(
      "Of the builds that were taken last, half waited up to {median} s and 95 of 100 up to {high}"
          + " s.")
  String wait_essence(String median, String high);

  @Message("Show the figures")
  String figures();

  @Message("Time")
  String time();

  @Message("Let us build something")
  String start_title();

  @Message(
      "Nothing is configured yet. A few questions lead from here to the first green build: an"
          + " agent, a Git server, a project.")
  String start_hint();

  @Message("Set up")
  String start_button();

  @Message("Nothing is configured yet. An administrator has to set up the first project.")
  String start_wait();

  @Message(
      "{#switch kind}{#case SOON}an agent is about to take it"
          + "{#case HELD_BACK}other builds of its project"
          + "{#case BUSY}a free agent"
          + "{#case DISK}an agent that takes builds again"
          + "{#case DRAINED}an agent that is not drained"
          + "{#case LABELS}an agent with its labels"
          + "{#case RULE}an agent that the rules allow"
          + "{#case TYPE}an agent for such builds"
          + "{#case VERSION}an agent of a newer version"
          + "{#case OFFLINE}an agent that is online"
          + "{#else}the first agent{/switch}")
  String wait_for(WaitKind kind);

  @Message(
      "{#switch item.kind}{#case NO_AGENT}There is no agent: nothing can be built"
          + "{#case AGENT_OFFLINE}Agent {item.subject} is offline"
          + "{#case AGENT_NOT_TAKING}Agent {item.subject} takes nothing: {item.detail}"
          + "{#case AGENT_TOO_OLD}Agent {item.subject} has version {item.detail}, which is too"
          + " old"
          + "{#case MACHINE_KEY_CHANGED}Machine {item.subject} shows another host key than the"
          + " confirmed one"
          + "{#case BUILDS_STUCK}{item.subject} waiting, and no agent can take it"
          + "{#if item.detail}: {item.detail}{/if}"
          + "{#case PROJECT_FAILING}{item.subject} fails on {item.detail}"
          + "{#case WEBHOOK_FAILING}Webhook {item.subject} could not be told {item.detail} times"
          + "{#case STATUS_FAILING}The Git host could not be told about {item.subject},"
          + " {item.detail} times"
          + "{#else}{item.subject} could not be told {item.detail} times{/switch}")
  String attention_of(Attention item);

  @Message("{#switch state}{#case 'online'}Online{#case 'offline'}Offline{#else}Draining{/switch}")
  String agent_state(String state);

  @Message("Failed: {what}")
  String machine_failed(String what);
}

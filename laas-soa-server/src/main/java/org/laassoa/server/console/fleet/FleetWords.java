package org.laassoa.server.console.fleet;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the agents’ pages, and those that the machines’ pages use too. */
@MessageBundle("fleet")
public interface FleetWords {

  @Message(
      "{#switch state}{#case 'online'}Online{#case 'offline'}Offline{#case"
          + " 'stopped'}Stopped{#case 'stopping'}Stopping{#case 'draining'}Draining{#case"
          + " 'drained'}Drained{#case 'outdated'}Too old{#case 'forbidden'}Not allowed"
          + " anything{#case 'paused'}Taking nothing{#else}{state}{/switch}")
  String agent_state(String state);

  @Message(
      "{#switch state}{#case 'offline'}Nothing is heard of it. Builds that it has go"
          + " on if its process runs; otherwise they are given to another agent. When it"
          + " is back it takes work by itself.{#case 'stopped'}It was told to stop, and"
          + " has. Resume it before it is started again, or it ends at once.{#case"
          + " 'stopping'}It takes nothing more, and its process ends when it holds"
          + " nothing.{#case 'draining'}It finishes what it has and takes nothing"
          + " more.{#case 'drained'}It takes nothing more until it is resumed. It holds"
          + " nothing: its machine can be worked on.{#case 'outdated'}Its version is older"
          + " than the server works with. Upgrade it: builds that run go on.{#case"
          + " 'forbidden'}The capability rules leave it none of the types that it asks"
          + " for.{#case 'paused'}It takes no work at present.{#else}{/switch}")
  String agent_why(String state);

  @Message("It says:")
  String it_says();

  @Message("Load")
  String load();

  @Message("{holding} of {capacity}")
  String load_of(int holding, int capacity);

  @Message("Executor")
  String executor();

  @Message(
      "{#switch executor}{#case 'auto'}Containers where an engine answers{#case"
          + " 'docker'}Containers{#case 'process'}Processes, not"
          + " isolated{#else}{executor}{/switch}")
  String executor_named(String executor);

  @Message("Add an agent")
  String add_agent();

  @Message("Add a machine")
  String add_machine();

  @Message("Name or label")
  String search_agents();

  @Message("Any state")
  String any_state();

  @Message("No agent has joined yet")
  String no_agents();

  @Message(
      "Agents do the builds. Start one by hand with a join token, or let the server"
          + " install one on a machine by SSH.")
  String no_agents_hint();

  @Message("Nothing matches.")
  String none_found();

  @Message("Show all")
  String show_all();

  @Message("Last seen")
  String last_seen();

  @Message("never")
  String never();

  @Message("No. {id}")
  String number(long id);

  @Message("Drain")
  String drain();

  @Message("It takes nothing more.")
  String drain_done();

  @Message("Resume")
  String resume();

  @Message("It takes work again.")
  String resume_done();

  @Message("Stop")
  String stop();

  @Message(
      "Let {name} finish what it has, and end then? Service managers do not start it"
          + " again by themselves.")
  String stop_question(String name);

  @Message("It ends when it holds nothing.")
  String stop_done();

  @Message("Diagnose")
  String diagnose();

  @Message("Remove")
  String remove();

  @Message("Remove {name}? Its token is refused from then on; it would have to join anew.")
  String remove_question(String name);

  @Message("Now")
  String now();

  @Message("It does nothing now.")
  String nothing_now();

  @Message("What it takes")
  String what_it_takes();

  @Message("Takes")
  String effective();

  @Message("Because")
  String because();

  @Message("The capability rule {rule} for {network}")
  String by_rule(String rule, String network);

  @Message("No capability rule is about the address {address}")
  String no_rule_about(String address);

  @Message("There are no capability rules: it gets all that it asks for.")
  String no_rules();

  @Message("Asks for")
  String subscription();

  @Message("Everything")
  String everything();

  @Message(
      "{#switch type}{#case 'build'}Builds{#case 'build_parent_image'}Parent"
          + " images{#case 'clean'}Clean caches{#case"
          + " 'diagnose'}Diagnose{#else}{type}{/switch}")
  String action_type(String type);

  @Message("About")
  String about();

  @Message("too old")
  String too_old();

  @Message("Learns of work by")
  String pick_up();

  @Message(
      "{#switch way}{#case 'doorbell'}WebSocket, at once{#case 'held_poll'}Held"
          + " polls, at once{#case 'poll'}Polls, each half second{#else}{way}{/switch}")
  String pick_up_named(String way);

  @Message("Address")
  String address();

  @Message("Disk")
  String disk();

  @Message("{free} of {total} GiB free")
  String disk_of(String free, String total);

  @Message("Its disk has too little room for builds.")
  String disk_keeps_it();

  @Message("Below the {needed} GiB that it needs")
  String disk_low(String needed);

  @Message("{gib} GiB were free when its machine was looked at,")
  String disk_free(long gib);

  @Message("Machine")
  String machine();

  @Message("Started by hand")
  String by_hand();

  @Message("Recent work")
  String recent();

  @Message("It has done nothing lately.")
  String nothing_recent();

  @Message("Clean caches")
  String clean();

  @Message(
      "What a running build uses stays. The log says what was removed; with none"
          + " chosen all are emptied.")
  String clean_hint();

  @Message(
      "{#switch cache}{#case 'workspaces'}Checkouts of branches{#case"
          + " 'dependency_lib'}Shared dependencies (Maven, npm and others){#case"
          + " 'images'}Images that it made{#case 'containers'}Containers left"
          + " behind{#else}{cache}{/switch}")
  String cache_named(String cache);

  @Message("Agent {name}")
  String agent_title(String name);
}

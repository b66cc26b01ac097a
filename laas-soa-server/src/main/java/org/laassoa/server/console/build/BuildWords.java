package org.laassoa.server.console.build;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages of builds. */
@MessageBundle("builds")
public interface BuildWords {

  @Message("{words:state_of(state)} · #{id} {subject}")
  String title(String state, long id, String subject);

  @Message("Waited")
  String waited();

  @Message("Asked for by")
  String asked_by();

  @Message(
      "{#switch kind}{#case 'build'}Build{#case 'build_parent_image'}Parent image"
          + "{#case 'clean'}Clean-up of an agent{#case 'diagnose'}Diagnosis of an agent"
          + "{#else}{kind}{/switch}")
  String kind_of(String kind);

  @Message("Asked for by {user}")
  String asked_for(String user);

  @Message("took")
  String took();

  @Message("runs for")
  String runs_for();

  @Message("Cancel build")
  String cancel();

  @Message("Cancel build #{id}? What it has done so far is lost.")
  String cancel_question(long id);

  @Message("The build is being cancelled.")
  String cancelling();

  @Message("Build again")
  String retry();

  @Message("Steps")
  String steps();

  @Message("Step")
  String step();

  @Message("Start")
  String began_after();

  @Message("Over time")
  String over_time();

  @Message(
      "{#switch name}{#case 'queue'}In the queue{#case 'hand_out'}Hand-out{#case 'first_steps'}First steps"
          + "{#case 'checkout'}Checkout{#case 'scripts'}Scripts{#case 'image'}Environment"
          + "{#case 'compile'}Compile{#case 'package'}Package{#case 'push'}Push"
          + "{#case 'clean'}Clean up{#case 'diagnose'}Diagnose{#case 'start'}Start"
          + "{#else}{name}{/switch}")
  String step_of(String name);

  @Message("Longer than drawn")
  String broken();

  @Message("Attempt {number}")
  String attempt(int number);

  @Message("Attempts")
  String attempts();

  @Message("This is attempt {number}. Another one followed it.")
  String former_attempt(int number);

  @Message("To the last attempt")
  String to_last_attempt();

  @Message("Commit")
  String commit();

  @Message("Not known yet")
  String commit_unknown();

  @Message("Branch")
  String branch();

  @Message("Tag")
  String tag();

  @Message("Images")
  String images();

  @Message("not pushed")
  String not_pushed();

  @Message("Parameters")
  String parameters();

  @Message("Needs the labels")
  String required_labels();

  @Message("Priority")
  String priority();

  @Message("Repeats")
  String retry_of();

  @Message("Followed from")
  String triggered_by();

  @Message("Followed by")
  String triggered();

  @Message("about to be enqueued")
  String triggered_soon();

  @Message("Log")
  String log();

  @Message("intact")
  String log_intact();

  @Message("It is stored as the agent sent it: the SHA-256 is the same.")
  String log_intact_hint();

  @Message("differs from what the agent sent")
  String log_damaged();

  @Message("To the first error in the log")
  String first_error();

  @Message(
      "{#switch kind}{#case 'script_failed'}{builds:step_of(step)}: the script ended with exit code {number}"
          + "{#case 'out_of_memory'}{builds:step_of(step)}: out of memory"
          + "{#case 'timed_out'}{builds:step_of(step)}: the time limit of {number} s was reached"
          + "{#case 'cancelled'}Cancelled{#if step} during {builds:step_of(step)}{/if}"
          + "{#case 'handed_back'}The agent was shut down{#if step} during {builds:step_of(step)}{/if}"
          + "{#case 'succeeded'}Succeeded{#else}{builds:step_of(step)}: {builds:reason_of(reason)}{/switch}")
  String outcome(String kind, String step, long number, String reason);

  @Message(
      "{#switch reason}{#case 'ref_not_found'}there is no such branch or tag"
          + "{#case 'git_login_refused'}the git server refused the login"
          + "{#case 'repository_not_found'}the git server does not know the repository"
          + "{#case 'git_unreachable'}the git server did not answer"
          + "{#case 'script_not_found'}a script of the build configuration is missing"
          + "{#case 'image_unavailable'}an image cannot be pulled"
          + "{#case 'image_build_failed'}a line of the Dockerfile failed"
          + "{#case 'push_refused'}the registry refused the push"
          + "{#case 'engine_required'}it needs a container engine, which this agent does not have"
          + "{#case 'engine_gone'}the container engine stopped answering"
          + "{#case 'disk_full'}the agent's disk is full"
          + "{#case 'log_too_long'}it printed more than a log may hold"
          + "{#case 'agent_lost'}the agent was lost"
          + "{#else}an error in the agent{/switch}")
  String reason_of(String reason);

  @Message(
      "{#switch code}{#case '126'}The command was found, but may not be executed."
          + "{#case '127'}A command was not found in the build image."
          + "{#case '130'}It was interrupted (SIGINT)."
          + "{#case '134'}It aborted itself (SIGABRT)."
          + "{#case '137'}It was killed (SIGKILL), often for want of memory."
          + "{#case '139'}It crashed: a segmentation fault (SIGSEGV)."
          + "{#case '143'}It was asked to end (SIGTERM).{#else}{/switch}")
  String exit_hint(String code);

  @Message("The limit is {mebibytes} MiB. The project's or environment's settings can raise it.")
  String memory_limit(long mebibytes);

  @Message("The host itself had no more memory.")
  String memory_of_host();

  @Message(
      "{#switch kind}{#case 'script_failed'}In the project's scripts"
          + "{#case 'out_of_memory'}In the project's scripts{#case 'timed_out'}In the project's scripts"
          + "{#case 'input_failed'}In what the build was given"
          + "{#case 'infrastructure_failed'}In the build service{#else}{/switch}")
  String whose(String kind);

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

  @Message("Project, branch or tag")
  String search();

  @Message("All states")
  String all_states();

  @Message("Show all projects")
  String show_all();

  @Message("Only {what}")
  String only(String what);

  @Message("Nothing has been built yet")
  String none_yet();

  @Message("Add a project and build it: its builds are listed here.")
  String none_yet_hint();

  @Message("No build matches")
  String none_match();

  @Message("Try other words or another state.")
  String none_match_hint();

  @Message("{from}–{to} of {total}")
  String range(long from, long to, String total);

  @Message("Newer")
  String newer();

  @Message("Older")
  String older();
}

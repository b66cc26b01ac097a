package org.laassoa.server.console.build;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words for how builds end, and for the steps that they end in. */
@MessageBundle("outcomes")
public interface OutcomeWords {

  @Message(
      "{#switch name}{#case 'queue'}In the queue{#case 'hand_out'}Hand-out{#case 'first_steps'}First steps"
          + "{#case 'checkout'}Checkout{#case 'scripts'}Scripts{#case 'image'}Environment"
          + "{#case 'compile'}Compile{#case 'package'}Package{#case 'push'}Push"
          + "{#case 'clean'}Clean up{#case 'diagnose'}Diagnose{#case 'start'}Start"
          + "{#else}{name}{/switch}")
  String step_of(String name);

  @Message("To the first error in the log")
  String first_error();

  @Message(
      "{#switch kind}{#case 'script_failed'}{outcomes:step_of(step)}: the script ended with exit code {number}"
          + "{#case 'out_of_memory'}{outcomes:step_of(step)}: out of memory"
          + "{#case 'timed_out'}{outcomes:step_of(step)}: the time limit of {number} s was reached"
          + "{#case 'cancelled'}Cancelled{#if step} during {outcomes:step_of(step)}{/if}"
          + "{#case 'handed_back'}The agent was shut down{#if step} during {outcomes:step_of(step)}{/if}"
          + "{#case 'succeeded'}Succeeded{#else}{outcomes:step_of(step)}: {outcomes:reason_of(reason)}{/switch}")
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
}

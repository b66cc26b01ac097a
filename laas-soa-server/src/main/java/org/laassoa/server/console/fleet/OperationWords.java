package org.laassoa.server.console.fleet;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what is done on machines. */
@MessageBundle("operations")
public interface OperationWords {

  @Message(
      "{#switch kind}{#case 'provision'}Install the agent on {machine}{#case"
          + " 'look'}Look at {machine}{#case 'upgrade'}Upgrade the agent on"
          + " {machine}{#case 'restart'}Restart the agent on {machine}{#case"
          + " 'uninstall'}Uninstall the agent from {machine}{#case 'diagnose'}Diagnose"
          + " {machine}{#else}{machine}{/switch}")
  String operation_of(String kind, String machine);

  @Message("Try again")
  String again();

  @Message("The agent on it:")
  String agent_is();

  @Message("Go to the machine")
  String to_machine();

  @Message(
      "{#switch step}{#case 'connect'}Connect{#case 'look'}Look{#case"
          + " 'check'}Check{#case 'upload'}Upload{#case 'configure'}Configure{#case"
          + " 'install'}Install{#case 'start'}Start{#case 'online'}Wait until it is"
          + " online{#case 'find'}Check what is installed{#case 'restart'}Restart{#case"
          + " 'stop'}Stop{#case 'remove'}Remove{#case 'forget'}Forget{#case"
          + " 'diagnose'}Diagnose{#else}{step}{/switch}")
  String step_named(String step);

  @Message("{step}: {reason}")
  String failed_at(String step, String reason);

  @Message("Output of {step}")
  String output_of(String step);
}

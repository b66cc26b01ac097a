package org.laassoa.server.console.fleet;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of how an agent joins. */
@MessageBundle("join")
public interface JoinWords {

  @Message(
      "An agent is one process that calls the server; it needs no open port. Make a"
          + " join token, and start the agent with it on a machine that reaches this"
          + " server.")
  String add_agent_hint();

  @Message("Or let the server install it by SSH.")
  String by_ssh_instead();

  @Message("Join token")
  String join_token();

  @Message("Valid for")
  String valid_for();

  @Message("An hour")
  String valid_hour();

  @Message("A day")
  String valid_day();

  @Message("A week")
  String valid_week();

  @Message(
      "Any number of agents join with it until it expires. Each then has a token of" + " its own.")
  String valid_hint();

  @Message("Make a join token")
  String make_token();

  @Message("Start the agent")
  String start_agent();

  @Message("The token is shown only now. Leave this page open until the agent has joined.")
  String token_once();

  @Message("From the source folder, with Java 25")
  String with_launcher();

  @Message("In the folder that the server was built in; nothing else is needed there.")
  String with_launcher_hint();

  @Message("With the executable")
  String with_executable();

  @Message(
      "“./laas native” or “./laas agent-package” makes it; copy it to the machine"
          + " and start it there.")
  String with_executable_hint();

  @Message("Expires")
  String expires();

  @Message("Joined")
  String joined();

  @Message("Waiting for the agent. It appears here as soon as it has joined.")
  String waiting_for_agent();
}

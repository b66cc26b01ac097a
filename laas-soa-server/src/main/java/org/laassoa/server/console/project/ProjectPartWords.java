package org.laassoa.server.console.project;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for what belongs to a project besides its settings: secrets, access, webhook. */
@MessageBundle("project_parts")
public interface ProjectPartWords {
  @Message("Variable")
  String secret_name();

  @Message("As")
  String secret_kind();

  @Message(
      "{#if kind == 'file'}A file, its path in the variable{#else}The variable's " + "value{/if}")
  String secret_kind_of(String kind);

  @Message("From")
  String secret_scope();

  @Message("This project")
  String secret_own();

  @Message("Shared")
  String secret_shared();

  @Message("Value")
  String secret_value();

  @Message("Never shown again; hidden in logs")
  String secret_value_hint();

  @Message("Add or replace a secret")
  String secret_add();

  @Message("Builds of this project get no secrets.")
  String secret_none();

  @Message("Delete the secret {name}?")
  String secret_delete(String name);

  @Message("Changed")
  String updated();

  @Message("Besides those whose role is on everything")
  String access_hint();

  @Message("Nobody has a role on this project alone.")
  String access_none();

  @Message("User")
  String user();

  @Message("Role")
  String role();

  @Message(
      "{#switch role}{#case 'viewer'}Viewer{#case "
          + "'developer'}Developer{#else}Administrator{/switch}")
  String role_of(String role);

  @Message("Give the role")
  String grant();

  @Message("Take the role of {name} away?")
  String grant_remove(String name);

  @Message("The Git host does not tell of pushes yet.")
  String hook_none();

  @Message("Register at the Git host")
  String hook_register();

  @Message("Register anew")
  String hook_again();

  @Message("Set it up by hand")
  String hook_manual();

  @Message("Remove")
  String hook_remove();

  @Message("Remove the webhook, at the Git host too?")
  String hook_remove_confirm();

  @Message("Address")
  String hook_url();

  @Message("Secret, shown this once")
  String hook_secret();

  @Message("Registered")
  String hook_registered();

  @Message("Set up by hand at the host")
  String hook_by_hand();

  @Message("At the host as number")
  String hook_at_host();

  @Message("{count} calls were wrongly signed and refused")
  String hook_refused(long count);

  @Message("What the host told")
  String hook_calls();

  @Message("Nothing has come in yet.")
  String hook_calls_none();

  @Message("Event")
  String hook_event();

  @Message("Result")
  String hook_result();

  @Message(
      "{#switch result}{#case 'built'}Built{#case 'repeated'}Repeated{#case "
          + "'ignored'}Ignored{#else}Failed{/switch}")
  String hook_result_of(String result);

  @Message("Received")
  String received();
}

package org.laassoa.server.console.administration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the administration's pages. */
@MessageBundle("administration")
public interface AdministrationWords {
  @Message("Users")
  String users();

  @Message("Tokens")
  String tokens();

  @Message("Audit")
  String audit();

  @Message("Retention")
  String retention();

  @Message("Health")
  String health();

  @Message("Add a user")
  String new_user();

  @Message(
      "Who may sign in, and what they may do on everything. Roles on single projects are given in the project's settings.")
  String users_about();

  @Message("Nobody matches.")
  String no_users();

  @Message("Display name")
  String display_name();

  @Message("Role")
  String role();

  @Message(
      "{#switch role}{#case 'viewer'}Viewer{#case 'developer'}Developer{#case 'admin'}Administrator{#else}None{/switch}")
  String role_of(String role);

  @Message("Viewer: looks")
  String role_viewer();

  @Message("Developer: builds and cancels")
  String role_developer();

  @Message("Administrator: configures everything")
  String role_admin();

  @Message("None: only what single projects give")
  String role_none();

  @Message("Disabled")
  String disabled();

  @Message("Nothing of theirs is accepted")
  String disabled_label();

  @Message("Their sessions end at once.")
  String disabled_hint();

  @Message("Active")
  String active();

  @Message("Since")
  String created_at();

  @Message("10 to 200 characters.")
  String password_hint();

  @Message("Set another password")
  String reset_password();

  @Message("It ends all their sessions.")
  String reset_password_hint();

  @Message("New password")
  String new_password();

  @Message("Current password")
  String current_password();

  @Message("Saved.")
  String saved();

  @Message("The password is set.")
  String password_set();

  @Message("Delete the user {name}? Their tokens stop working; their builds still name them.")
  String confirm_delete_user(String name);

  @Message("API tokens of all users. They are made at one's own account.")
  String all_tokens_about();

  @Message("There are none.")
  String no_tokens();

  @Message("Token")
  String token();

  @Message("User")
  String owner();

  @Message("For")
  String scopes();

  @Message(
      "{#switch scope}{#case 'read'}Look{#case 'build'}Build{#case 'configure'}Configure{#else}{scope}{/switch}")
  String scope_of(String scope);

  @Message("Look")
  String scope_read();

  @Message("Build and cancel")
  String scope_build();

  @Message("Configure")
  String scope_configure();

  @Message("Projects")
  String projects();

  @Message("Every project")
  String every_project();

  @Message("Expires")
  String expires_at();

  @Message("Last used")
  String last_used();

  @Message("Never")
  String never_used();

  @Message("Revoke")
  String revoke();

  @Message("Revoke the token {name}? What uses it stops working at once.")
  String confirm_revoke(String name);

  @Message("Your API tokens")
  String your_tokens();

  @Message("For scripts and tools, instead of your password. A token may do no more than you may.")
  String tokens_about();

  @Message("New token")
  String new_token();

  @Message("Create")
  String create_token();

  @Message("Name")
  String token_name();

  @Message("Good for")
  String token_term();

  @Message("{count} days")
  String days(long count);

  @Message("Copy the token now. It is not shown again.")
  String token_made();

  @Message("Done")
  String done();

  @Message("Your account")
  String account();

  @Message("On single projects")
  String account_grants();

  @Message("On everything")
  String account_role();

  @Message("Change your password")
  String change_password();

  @Message("You will have to sign in again, everywhere.")
  String change_password_hint();

  @Message("Who did or tried what through the API, from where, and with what result.")
  String audit_about();

  @Message("Who")
  String audit_actor();

  @Message("What")
  String audit_action();

  @Message("About")
  String audit_subject();

  @Message("From day")
  String audit_from();

  @Message("To day")
  String audit_to();

  @Message("When")
  String audit_at();

  @Message("Result")
  String audit_result();

  @Message("From where")
  String audit_address();

  @Message("Done")
  String audit_done();

  @Message("Refused")
  String audit_refused();

  @Message("nobody signed in")
  String audit_nobody();

  @Message("Nothing was found.")
  String audit_none();

  @Message("Filter")
  String filter();

  @Message("Show all")
  String clear_filter();

  @Message("Download")
  String export();

  @Message(
      "What is kept for how long. These are the server's settings; they are changed where it is started.")
  String retention_about();

  @Message("What")
  String keep_what();

  @Message("Kept")
  String keep_value();

  @Message("Setting")
  String keep_variable();

  @Message("Ended builds")
  String keep_builds();

  @Message("Ended builds of each project")
  String keep_builds_per_project();

  @Message("Logs")
  String keep_logs();

  @Message("Logs of all builds together")
  String keep_log_bytes();

  @Message("Agents that are silent")
  String keep_agents();

  @Message("Audit trail")
  String keep_audit();

  @Message("Ended deliveries")
  String keep_deliveries();

  @Message("No limit")
  String no_limit();

  @Message("What is stored, week by week")
  String stored();

  @Message("Week of")
  String week();

  @Message("Builds")
  String week_builds();

  @Message("Logs")
  String week_logs();

  @Message("All together")
  String stored_total();

  @Message("Database")
  String database();

  @Message("Kind")
  String database_kind();

  @Message("embedded")
  String database_embedded();

  @Message("external")
  String database_external();

  @Message("Size")
  String database_size();

  @Message("Connections")
  String database_connections();

  @Message("Answered in")
  String database_answered();

  @Message("This server")
  String server();

  @Message("Java")
  String java();

  @Message("Running since")
  String running_since();

  @Message("Memory of its heap")
  String memory();

  @Message("{used} of {most}")
  String of_most(String used, String most);

  @Message("Servers on this database")
  String servers();

  @Message("this one")
  String this_one();

  @Message("Queue")
  String queue();

  @Message("Deliveries")
  String deliveries();

  @Message("Waiting")
  String deliveries_waiting();

  @Message("Failed")
  String deliveries_failed();

  @Message("For machines")
  String machine_pages();

  @Message("Health checks")
  String link_health();

  @Message("Metrics")
  String link_metrics();

  @Message("API")
  String link_api();
}

package org.laassoa.server.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words that many pages use. */
@MessageBundle("words")
public interface SharedWords {

  @Message("Skip to content")
  String skip();

  @Message("Main")
  String main_navigation();

  @Message("Menu")
  String menu();

  @Message("Overview")
  String overview();

  @Message("Projects")
  String projects();

  @Message("Builds")
  String builds();

  @Message("Agents")
  String agents();

  @Message("Machines")
  String machines();

  @Message("Configuration")
  String configuration();

  @Message("Administration")
  String administration();

  @Message("Account")
  String account();

  @Message("Sign in")
  String sign_in();

  @Message("Sign out")
  String sign_out();

  @Message("Name")
  String name();

  @Message("User name")
  String user_name();

  @Message("Password")
  String password();

  @Message("Language")
  String language();

  @Message("Theme")
  String theme();

  @Message("System")
  String theme_system();

  @Message("Light")
  String theme_light();

  @Message("Dark")
  String theme_dark();

  @Message("Save")
  String save();

  @Message("Cancel")
  String cancel();

  @Message("Delete")
  String delete();

  @Message("Edit")
  String edit();

  @Message("Add")
  String add();

  @Message("Close")
  String close();

  @Message("Copy")
  String copy();

  @Message("Copied")
  String copied();

  @Message("Search")
  String search();

  @Message("Back")
  String back();

  @Message("Previous")
  String previous();

  @Message("Next")
  String next();

  @Message("Yes")
  String yes();

  @Message("No")
  String no();

  @Message("None")
  String none();

  @Message("Project")
  String project();

  @Message("Build")
  String build();

  @Message("State")
  String state();

  @Message("Branch or tag")
  String ref();

  @Message("Commit")
  String commit();

  @Message("Duration")
  String duration();

  @Message("Queued at")
  String queued_at();

  @Message("Started at")
  String started_at();

  @Message("Ended at")
  String ended_at();

  @Message("Agent")
  String agent();

  @Message("Description")
  String description();

  @Message("Labels")
  String labels();

  @Message("Version")
  String version();

  @Message("Details")
  String details();

  @Message("Actions")
  String actions();

  @Message("Optional")
  String optional();

  @Message("The connection to the server is lost. Trying again.")
  String connection_lost();

  @Message("Please check the marked fields.")
  String check_fields();

  @Message("That did not work.")
  String failed_call();

  @Message("Something has changed meanwhile. Reload the page and try again.")
  String changed_meanwhile();

  @Message("Really?")
  String confirm_title();

  @Message("Loading")
  String loading();

  @Message("Go to the overview")
  String to_overview();

  @Message("There is no such page")
  String not_found();

  @Message("You may not see this")
  String forbidden();

  @Message("Something went wrong")
  String went_wrong();

  @Message("Whatever it was may have been removed, or you may not see it.")
  String not_found_hint();

  @Message("Your role does not allow this. An administrator can change that.")
  String forbidden_hint();

  @Message("The server's log says more. Nothing that you have saved is lost.")
  String went_wrong_hint();

  @Message("Your own build service")
  String tagline();

  @Message(
      "{#switch state}{#case 'queued'}Waiting{#case 'consumed'}Handed out{#case 'running'}Running"
          + "{#case 'succeeded'}Succeeded{#case 'failed'}Failed{#case 'cancelled'}Cancelled"
          + "{#case 'skipped'}Skipped{#else}{state}{/switch}")
  String state_of(String state);

  @Message("{from}–{to} of {total}")
  String range(long from, long to, long total);

  @Message("Every project")
  String every_project();

  @Message("Only these, one a line")
  String only_projects();

  @Message("Choose one")
  String add_project();
}

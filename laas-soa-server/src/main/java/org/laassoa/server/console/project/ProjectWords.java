package org.laassoa.server.console.project;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about projects. */
@MessageBundle("projects")
public interface ProjectWords {

  @Message("New project")
  String create();

  @Message("Search projects by name or description")
  String search();

  @Message("Last result")
  String last_result();

  @Message("Last build")
  String last_build();

  @Message("not built yet")
  String never_built();

  @Message("There is no project yet")
  String none_title();

  @Message("A project is a repository and how it is built. Add one and build it.")
  String none_hint();

  @Message("No project has been shared with you yet. An administrator can do that.")
  String none_yours();

  @Message("No project fits “{query}”.")
  String none_found(String query);

  @Message("{total} projects")
  String total(long total);

  @Message("Repository")
  String repository();

  @Message("Settings")
  String settings();

  @Message("Build now")
  String build_now();

  @Message("Start the build")
  String start_build();

  @Message("What")
  String type();

  @Message("Branch")
  String branch();

  @Message("Tag")
  String tag();

  @Message("Must match")
  String pattern();

  @Message("More")
  String more_options();

  @Message("Parameters")
  String parameters();

  @Message("Environment variables for the scripts, one NAME=value a line")
  String parameters_hint();

  @Message("Priority")
  String priority();

  @Message("-100 to 100, higher ones are built first")
  String priority_hint();

  @Message("Branches and tags")
  String branches();

  @Message("Success")
  String success();

  @Message("Succeeded, of ten builds")
  String success_series();

  @Message("Show the figures")
  String figures();

  @Message("How long the last {builds} builds took; half of them took up to {seconds} s.")
  String durations_essence(long builds, long seconds);

  @Message("{good} of the last {builds} builds succeeded.")
  String success_essence(long good, long builds);

  @Message("Builds of {ref}")
  String builds_of(String ref);

  @Message("All branches and tags")
  String all_refs();

  @Message("Nothing has been built here yet.")
  String no_builds();

  @Message("Build configuration")
  String build_configuration();

  @Message("Image registry")
  String image_registry();

  @Message("Downstream projects")
  String downstream();

  @Message("Badge")
  String badge();

  @Message("Result of the last build of {name}")
  String badge_of(String name);

  @Message("Only people who may see the project see it. Its settings can make it public.")
  String badge_private();

  @Message("General")
  String general();

  @Message("Secrets")
  String secrets();

  @Message("Access")
  String access();

  @Message("Webhook")
  String hook();

  @Message("History")
  String history();

  @Message("Source")
  String source();

  @Message("Letters, digits, dots, dashes and underscores; it cannot be changed later")
  String name_hint();

  @Message("Git server")
  String git_server();

  @Message("The default one{#if name} ({name}){/if}")
  String default_server(String name);

  @Message("The path on the Git server, such as team/shop, or a whole address")
  String repository_hint();

  @Message("The Git server lists no repositories here; the path can be typed.")
  String repository_none();

  @Message("repositories")
  String repository_count();

  @Message("Check out submodules too")
  String submodules();

  @Message("Language")
  String project_type();

  @Message(
      "{#switch type}{#case 'java'}Java{#case 'php'}PHP{#case 'nodejs'}Node.js{#case "
          + "'python'}Python{#else}Other{/switch}")
  String type_of(String type);

  @Message("How it is built")
  String how();

  @Message("None: images stay on the agent")
  String no_registry();

  @Message("Variables")
  String variables();

  @Message("Name")
  String variable();

  @Message("Value")
  String value();

  @Message("Remove")
  String remove();

  @Message("Required labels")
  String required_labels();

  @Message("What an agent must have, such as arch=arm64, one a line")
  String required_labels_hint();

  @Message("Time limit in seconds")
  String timeout();

  @Message("Attempts when agents get lost")
  String max_attempts();

  @Message("Builds at once")
  String max_concurrent();

  @Message("Empty: any number")
  String max_concurrent_hint();

  @Message("Cancel a waiting build of a branch when a newer one comes")
  String newest_only();

  @Message("Automatic builds")
  String triggers();

  @Message("Pushes to branches")
  String trigger_push();

  @Message("Patterns such as main or release/*, one a line")
  String trigger_push_hint();

  @Message("New tags")
  String trigger_tag();

  @Message("Patterns such as v*, one a line")
  String trigger_tag_hint();

  @Message("Merge requests")
  String trigger_merge_request();

  @Message("Tell the Git host the state of builds")
  String report_status();

  @Message("Once there is one, builds accept only these parameters.")
  String parameters_defined_hint();

  @Message("Add a parameter")
  String add_parameter();

  @Message("Default")
  String default_value();

  @Message("Required")
  String required();

  @Message("Choices, one a line")
  String choices();

  @Message("Pattern (RE2)")
  String match();

  @Message("Projects that are built when a build of this one has succeeded")
  String downstream_hint();

  @Message("Add a project")
  String add_downstream();

  @Message("Only after these branches, one a line")
  String only_branches();

  @Message("Parameter that is given the image")
  String image_parameter();

  @Message("Kept builds and badge")
  String keeping();

  @Message("Builds to keep")
  String keep_builds();

  @Message("Days to keep builds")
  String keep_days();

  @Message("Empty: by the server's settings")
  String keep_hint();

  @Message("Show the badge to people who have not signed in")
  String public_badge();

  @Message("Danger zone")
  String danger();

  @Message(
      "Its builds stay until they are old. A project that is used by others, or has "
          + "builds that have not ended, is not deleted.")
  String delete_hint();

  @Message("Delete the project")
  String delete();

  @Message("Delete the project {name}, its secrets and its grants?")
  String delete_confirm(String name);

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

  @Message("by")
  String by();

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

  @Message("There is no build configuration yet: a project needs one.")
  String no_configuration();

  @Message("New build configuration")
  String configuration_create();
}

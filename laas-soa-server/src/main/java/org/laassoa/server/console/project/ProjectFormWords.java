package org.laassoa.server.console.project;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the form of a project. */
@MessageBundle("project_form")
public interface ProjectFormWords {
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

  @Message("There is no build configuration yet: a project needs one.")
  String no_configuration();

  @Message("New build configuration")
  String configuration_create();
}

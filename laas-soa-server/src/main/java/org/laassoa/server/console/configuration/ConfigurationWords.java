package org.laassoa.server.console.configuration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the configuration's pages. */
@MessageBundle("configuration")
public interface ConfigurationWords {
  @Message("Configuration")
  String title();

  @Message("What builds come from, run in, do and tell.")
  String intro();

  @Message("Git servers")
  String git_servers();

  @Message("Add a git server")
  String new_git_server();

  @Message("Where sources come from: GitLab, Gitea, GitHub or any other.")
  String git_servers_about();

  @Message("Image registries")
  String registries();

  @Message("Add an image registry")
  String new_registry();

  @Message("Where images are pushed to and pulled from.")
  String registries_about();

  @Message("Build environments")
  String environments();

  @Message("Add a build environment")
  String new_environment();

  @Message("The images that scripts run in, with their tools and limits.")
  String environments_about();

  @Message("Parent images")
  String parent_images();

  @Message("Add a parent image")
  String new_parent_image();

  @Message("Images made here, for others to build on.")
  String parent_images_about();

  @Message("Build configurations")
  String build_configurations();

  @Message("Add a build configuration")
  String new_build_configuration();

  @Message("What builds do: environment, scripts, image.")
  String build_configurations_about();

  @Message("Webhooks")
  String webhooks();

  @Message("Add a webhook")
  String new_webhook();

  @Message("Who is told when a build begins or ends.")
  String webhooks_about();

  @Message("Shared secrets")
  String secrets();

  @Message("Add a shared secret")
  String new_secret();

  @Message("What the builds of several projects need and nobody is to see.")
  String secrets_about();

  @Message("Capability rules")
  String capability_rules();

  @Message("Add a capability rule")
  String new_capability_rule();

  @Message("Which agents may take which actions, by their network.")
  String capability_rules_about();

  @Message("Configuration as a file")
  String file();

  @Message("All of it as YAML: to keep in git, to move to another server.")
  String file_about();

  @Message("Used by")
  String used_by();

  @Message("Used by")
  String used_by_count();

  @Message("Nothing uses it.")
  String unused();

  @Message("What is used cannot be deleted.")
  String in_use();

  @Message("Nothing matches.")
  String no_matches();

  @Message("Try another word, or show all of them.")
  String no_matches_hint();

  @Message("Show all")
  String show_all();

  @Message("There are none yet.")
  String empty();

  @Message("Changed")
  String updated_at();

  @Message("Settings")
  String settings();

  @Message("Versions")
  String versions();

  @Message("Preview")
  String preview();

  @Message("Saved.")
  String saved();

  @Message("Duplicate")
  String duplicate();

  @Message("Choose")
  String choose();

  @Message("Is set")
  String is_set();

  @Message("Not set")
  String not_set();

  @Message("Leave it empty to keep what is stored.")
  String keep_hint();

  @Message("Remove what is stored")
  String clear_it();

  @Message("Stored:")
  String stored_files();

  @Message("Keep them as they are")
  String keep_files();

  @Message("Replace all of them")
  String replace_files();

  @Message("Remove all of them")
  String clear_files();

  @Message("Every project")
  String every_project();

  @Message("No project")
  String no_projects();

  @Message("No limit")
  String no_limit();

  @Message("Name")
  String pair_name();

  @Message("Value")
  String pair_value();

  @Message("Path below the home directory")
  String pair_path();

  @Message("Content")
  String pair_content();

  @Message("Add one")
  String add_pair();

  @Message("Remove")
  String remove_pair();

  @Message("Add a file")
  String add_file();

  @Message("Rename")
  String rename_file();

  @Message("Remove file")
  String remove_file();

  @Message("Name of the file")
  String file_name();

  @Message("No files yet.")
  String no_files();

  @Message("Tab indents. Escape, then Tab, leaves the field.")
  String editor_hint();

  @Message("There are changes that are not saved.")
  String unsaved();

  @Message("Test the connection")
  String test_connection();

  @Message("Tests what is saved.")
  String test_hint();

  @Message("Testing")
  String testing();

  @Message("It works.")
  String test_good();

  @Message("It does not work.")
  String test_bad();

  @Message("Address")
  String check_reachable();

  @Message("Account")
  String check_account();

  @Message("Rights")
  String check_rights();

  @Message("Repository")
  String check_repository();

  @Message("What changed")
  String what_changed();

  @Message(
      "{#switch change}{#case 'created'}Added{#case 'updated'}Changed{#case 'deleted'}Deleted{#case 'added'}Added{#case 'changed'}Changed{#case 'removed'}Removed{#else}{change}{/switch}")
  String change_of(String change);

  @Message("Delete {name}? This cannot be undone.")
  String confirm_delete(String name);

  @Message(
      "{#switch noun}{#case 'project'}Project{#case 'parent image'}Parent image{#case 'build environment'}Build environment{#case 'build configuration'}Build configuration{#case 'build'}Build{#else}{noun}{/switch}")
  String user_noun(String noun);

  @Message("Version {number}")
  String version_number(int number);

  @Message("Saved by")
  String version_author();

  @Message("Files")
  String version_files();

  @Message("current")
  String current_version();

  @Message("Compare")
  String compare();

  @Message("From")
  String compare_from();

  @Message("To")
  String compare_to();

  @Message("Restore")
  String restore();

  @Message("Make the files of version {number} the current ones? This makes a new version.")
  String confirm_restore(int number);

  @Message("No scripts have been saved yet.")
  String no_versions();

  @Message("From version {from} to version {to}")
  String diff_title(int from, int to);

  @Message("They do not differ.")
  String diff_same();

  @Message("This file is too long to be compared here.")
  String diff_too_long();

  @Message("Line before")
  String diff_old_line();

  @Message("Line after")
  String diff_new_line();

  @Message("Text")
  String diff_text();

  @Message("What a build would do, without enqueuing it. Secrets are masked.")
  String preview_about();

  @Message("Project")
  String preview_project();

  @Message("Branch or tag")
  String preview_ref();

  @Message("Kind")
  String preview_type();

  @Message("Branch")
  String preview_branch();

  @Message("Tag")
  String preview_tag();

  @Message("Show")
  String preview_show();

  @Message("No project uses it yet. A preview needs one.")
  String preview_none();

  @Message("Another project")
  String preview_other();

  @Message("Steps")
  String preview_steps();

  @Message("Step")
  String preview_step();

  @Message("Script")
  String preview_script();

  @Message("Variables")
  String preview_variables();

  @Message("Set by")
  String preview_from();

  @Message(
      "{#switch from}{#case 'configuration'}Build configuration{#case 'project'}Project{#case 'parameter'}Parameter{#case 'secret'}Secret{#else}{from}{/switch}")
  String preview_origin(String from);

  @Message("Besides, the agent sets:")
  String preview_built_in();

  @Message("Source")
  String preview_source();

  @Message("Environment")
  String preview_environment();

  @Message("Image")
  String preview_image();

  @Message("Made from")
  String preview_image_from();

  @Message("Pushed to")
  String preview_pushed();

  @Message("Labels an agent must have")
  String preview_labels();

  @Message("There is no such build to show:")
  String preview_failed();

  @Message("Dockerfile")
  String preview_dockerfile();

  @Message(
      "{#switch step}{#case 'checkout'}Check out{#case 'scripts'}Fetch scripts{#case 'image'}Prepare the environment{#case 'compile'}Compile{#case 'package'}Make the image{#case 'push'}Push{#else}{step}{/switch}")
  String step_of(String step);

  @Message("Begin with a ready-made one")
  String ready_made();

  @Message("For the usual languages, with their build environment. Change them as you like.")
  String ready_made_about();

  @Message("Add")
  String ready_made_add();

  @Message("Open")
  String ready_made_open();

  @Message("Start from a copy")
  String ready_made_copy();

  @Message("Or write your own")
  String own();

  @Message("Download")
  String export();

  @Message("The whole configuration without its secrets.")
  String export_about();

  @Message("Apply a file")
  String apply();

  @Message(
      "Each entry that the file names is added or replaced; secrets that it leaves out are kept.")
  String apply_about();

  @Message("Choose a file")
  String apply_choose();

  @Message("Or paste it here")
  String apply_text();

  @Message("Delete what a section of the file does not name")
  String apply_prune();

  @Message("See what would change")
  String apply_try();

  @Message("Apply it")
  String apply_now();

  @Message("Nothing would change.")
  String apply_nothing();

  @Message("Applied.")
  String apply_done();

  @Message("Would change")
  String apply_would();

  @Message("As it is already:")
  String apply_unchanged();

  @Message("Kind")
  String apply_section();

  @Message("Effect")
  String apply_effect();

  @Message("The file cannot be applied:")
  String apply_wrong();

  @Message("Apply these changes?")
  String apply_confirm();

  @Message("Deliveries")
  String deliveries();

  @Message("What it was told lately, newest first.")
  String deliveries_about();

  @Message("Nothing has been sent yet.")
  String deliveries_none();

  @Message("Tries")
  String delivery_tries();

  @Message("Answer")
  String delivery_answer();

  @Message("Send again")
  String delivery_again();

  @Message("Will be sent again.")
  String delivery_sent();

  @Message("Send a test")
  String test_delivery();

  @Message("A test is on its way. See its deliveries.")
  String test_delivery_sent();

  @Message("Build it now")
  String build_image();

  @Message("Yes")
  String yes();

  @Message("No")
  String no();

  @Message(
      "{#switch state}{#case 'pending'}Waiting{#case 'delivered'}Delivered{#case 'refused'}Refused{#case 'given_up'}Given up{#else}{state}{/switch}")
  String delivery_state(String state);

  @Message("As the default, by projects that name no Git server:")
  String used_as_default();
}

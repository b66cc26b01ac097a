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

  @Message("Begin with a ready-made one")
  String ready_made();

  @Message("For the usual languages, with their build environment. Change them as you like.")
  String ready_made_about();

  @Message("Add")
  String ready_made_add();

  @Message("Start from a copy")
  String ready_made_copy();

  @Message("Build it now")
  String build_image();

  @Message("Yes")
  String yes();

  @Message("No")
  String no();

  @Message("As the default, by projects that name no Git server:")
  String used_as_default();
}

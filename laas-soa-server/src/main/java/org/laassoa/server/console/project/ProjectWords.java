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

  @Message("Remove")
  String remove();

  @Message("by")
  String by();
}

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

  @Message("Pages")
  String pages();
}

package org.laassoa.server.console.project;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.BuildLine;
import org.laassoa.server.configuration.project.ProjectView;
import org.laassoa.server.console.Pager;
import org.laassoa.server.console.build.BuildRow;

/**
 * What the page of a project shows.
 *
 * @param project the project
 * @param links where it is to be found elsewhere
 * @param branches the newest build of each branch and tag
 * @param ref of which branch or tag the history is; null for all
 * @param builds a page of its history
 * @param pager where the rest of the history is
 * @param trend how its builds went; null while there are too few
 * @param form with which a build is asked for
 */
public record ProjectDetail(
    ProjectView project,
    ProjectLinks links,
    List<BuildLine> branches,
    @Nullable String ref,
    List<BuildRow> builds,
    Pager pager,
    @Nullable Trend trend,
    BuildForm form) {

  /** The address of this page with the history of a build's branch or tag. */
  public String addressOf(BuildLine build) {
    String wanted = build.ref();
    return "/projects/"
        + project.name()
        + (wanted == null ? "" : "?ref=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
  }
}

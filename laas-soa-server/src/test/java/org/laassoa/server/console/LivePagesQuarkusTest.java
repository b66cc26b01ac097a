package org.laassoa.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laassoa.server.console.ConsolePages.page;
import static org.laassoa.server.people.PeopleApi.build;
import static org.laassoa.server.people.PeopleApi.project;
import static org.laassoa.server.people.PeopleApi.user;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

/**
 * Every table is in a part of its page that asks for itself anew, and no form is in one: what
 * somebody types is never replaced.
 */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class LivePagesQuarkusTest {

  private static final Pattern TAG =
      Pattern.compile("<(/?)(div|section|ul|dl|table|form)\\b([^>]*)>");

  private static final List<String> PAGES =
      List.of(
          "/projects",
          "/projects/{project}",
          "/projects/{project}/settings/access",
          "/projects/{project}/settings/secrets",
          "/projects/{project}/settings/hook",
          "/projects/{project}/settings/history",
          "/builds",
          "/agents",
          "/machines",
          "/configuration",
          "/configuration/git-servers",
          "/configuration/registries",
          "/configuration/environments",
          "/configuration/parent-images",
          "/configuration/build-configurations",
          "/configuration/webhooks",
          "/configuration/secrets",
          "/configuration/capability-rules",
          "/configuration/build-configurations/{project}",
          "/configuration/build-configurations/{project}/versions",
          "/configuration/build-configurations/{project}/history",
          "/configuration/build-configurations/{project}/preview?project={project}",
          "/administration/users",
          "/administration/users/{user}",
          "/administration/tokens",
          "/administration/audit",
          "/administration/health",
          "/account");

  @Test
  void what_is_listed_is_live_and_what_is_typed_is_not() {
    String admin = user("admin");
    String project = project();
    build(project);
    List<String> complaints = new ArrayList<>();

    for (String path : PAGES) {
      String html =
          page(admin, path.replace("{project}", project).replace("{user}", admin))
              .statusCode(200)
              .extract()
              .asString();
      complaints.addAll(Live.of(html).complaints(path));
    }

    assertThat(complaints).isEmpty();
  }

  /** What of a page is in live parts. */
  private record Live(List<String> regions, int deadTables, int liveForms) {

    static Live of(String html) {
      var open = new ArrayDeque<Boolean>();
      var regions = new ArrayList<String>();
      int tables = 0;
      int forms = 0;
      for (var tag : TAG.matcher(html).results().toList()) {
        if (tag.group(1).isEmpty()) {
          boolean region = tag.group(3).contains("hx-trigger=\"laas:");
          if (region) {
            regions.add(tag.group(3));
          }
          boolean inside = region || (!open.isEmpty() && open.peek());
          tables += tag.group(2).equals("table") && !inside ? 1 : 0;
          forms += tag.group(2).equals("form") && inside ? 1 : 0;
          open.push(inside);
        } else {
          open.pop();
        }
      }
      return new Live(regions, tables, forms);
    }

    List<String> complaints(String path) {
      List<String> complaints = new ArrayList<>();
      if (regions.isEmpty()) {
        complaints.add(path + " has no live part");
      }
      if (deadTables > 0) {
        complaints.add(path + " has tables that are not live: " + deadTables);
      }
      if (liveForms > 0) {
        complaints.add(path + " has forms that are live: " + liveForms);
      }
      return complaints;
    }
  }
}

package org.laassoa.server.console.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laassoa.server.configuration.EntryUser;
import org.laassoa.server.configuration.project.ProjectNames;

/** Finds who uses entries; runs in the caller's transaction. */
@ApplicationScoped
class UsersOfEntries {

  private static final int AT_MOST = 20;

  private final Stocks stocks;
  private final ProjectNames projects;

  UsersOfEntries(Stocks stocks, ProjectNames projects) {
    this.stocks = stocks;
    this.projects = projects;
  }

  /** Who uses an entry. */
  UsedBy of(Section section, ObjectNode entry, ConfigurationWords words) {
    return new UsedBy(
        links(stocks.of(section).users(entry.path("name").asText()), words),
        links(asDefault(section, entry), words));
  }

  /** How many entries use one, counted up to a few. */
  int count(Section section, ObjectNode entry) {
    return stocks.of(section).usersAmongEntries(entry.path("name").asText()).size()
        + asDefault(section, entry).size();
  }

  private List<EntryUser> asDefault(Section section, ObjectNode entry) {
    return section == Section.GIT_SERVERS && entry.path("is_default").asBoolean()
        ? projects.onDefaultServer(AT_MOST).stream()
            .map(name -> new EntryUser("project", name))
            .toList()
        : List.of();
  }

  private static List<UserLink> links(List<EntryUser> users, ConfigurationWords words) {
    return users.stream().map(user -> UserLink.of(user, words)).toList();
  }
}

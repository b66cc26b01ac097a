package org.laassoa.server.console.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laassoa.server.configuration.EntryUser;

/** Finds a build configuration and the projects that use it, apart from what is then tried. */
@ApplicationScoped
class PreviewedEntries {

  private final Stocks stocks;

  PreviewedEntries(Stocks stocks) {
    this.stocks = stocks;
  }

  /**
   * What was found.
   *
   * @param head of its pages
   * @param users the projects
   */
  record Found(EntryHead head, List<EntryUser> users) {}

  @Transactional
  Found find(String name, Words words) {
    Stock stock = stocks.of(Section.BUILD_CONFIGURATIONS);
    return new Found(
        EntryHead.of(Section.BUILD_CONFIGURATIONS, stock.get(name), "preview", words),
        stock.users(name));
  }
}

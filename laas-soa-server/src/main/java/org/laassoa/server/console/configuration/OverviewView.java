package org.laassoa.server.console.configuration;

import java.util.List;

/**
 * What there is of each kind.
 *
 * @param kinds the kinds that the reader may see
 */
record OverviewView(List<Kind> kinds) {

  /**
   * A kind.
   *
   * @param address of its list
   * @param title what it is called
   * @param about what it is for
   * @param count how many there are
   * @param adding what it is called to add one
   * @param addingAddress where one is added
   */
  record Kind(
      String address, String title, String about, long count, String adding, String addingAddress) {

    static Kind of(Section section, long count, KindWords words) {
      return new Kind(
          "/configuration/" + section.slug(),
          section.title(words),
          section.about(words),
          count,
          section.adding(words),
          "/new/" + section.one());
    }
  }
}

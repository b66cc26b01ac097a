package org.laassoa.server.console.configuration;

import java.util.List;
import org.laassoa.server.console.Pager;

/**
 * A list of entries.
 *
 * @param kind the kind
 * @param search the words that are searched for, possibly empty
 * @param columns what the columns between name and use are called
 * @param rows the entries
 * @param hasUsers whether entries of this kind are used by others
 * @param pager where one is among the pages
 */
record ListView(
    OverviewView.Kind kind,
    String search,
    List<String> columns,
    List<Row> rows,
    boolean hasUsers,
    Pager pager) {

  /**
   * An entry.
   *
   * @param name its name
   * @param description what people wrote about it
   * @param cells what is shown of it, a column each
   * @param users how many use it, counted up to a few
   * @param updatedAt when it was changed last
   */
  record Row(String name, String description, List<String> cells, int users, String updatedAt) {}
}

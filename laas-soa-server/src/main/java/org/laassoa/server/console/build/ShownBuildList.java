package org.laassoa.server.console.build;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.build.BuildFilter;
import org.laassoa.server.build.BuildList;

/**
 * What the page of all builds shows.
 *
 * @param query which ones were asked for
 * @param rows those on this page
 * @param total how many there are; 10,000 means that or more
 * @param newer the address of the page before, or null
 * @param older the address of the page after, or null
 */
public record ShownBuildList(
    BuildsQuery query,
    List<BuildRow> rows,
    long total,
    @Nullable String newer,
    @Nullable String older) {

  /** How many are on a page. */
  static final int SIZE = 50;

  private static final long COUNTED = 10_000;

  /** The page of a list. */
  static ShownBuildList of(BuildsQuery query, BuildList list) {
    int page = query.page();
    return new ShownBuildList(
        query,
        BuildRow.of(list.items()),
        list.total(),
        page == 0 ? null : query.addressOf(page - 1),
        (page + 1L) * SIZE < list.total() ? query.addressOf(page + 1) : null);
  }

  /** The number of the first one on the page, from 1. */
  public long from() {
    return (long) query.page() * SIZE + 1;
  }

  /** The number of the last one on the page. */
  public long to() {
    return from() + rows.size() - 1;
  }

  /** How many there are, for people. */
  public String counted() {
    return total >= COUNTED ? COUNTED + "+" : Long.toString(total);
  }

  /** From how many builds those with a text or a ref are picked. */
  public int reach() {
    return BuildFilter.REACH;
  }

  /** The states that can be asked for. */
  public List<String> states() {
    return Arrays.stream(ActionState.values()).map(ActionState::wireName).toList();
  }
}

package org.laassoa.server.console.fleet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page of the machines.
 *
 * @param rows the machines, by name
 * @param total how many the query finds
 * @param text what name or description contain; empty for all
 * @param page from 0
 * @param pages how many pages there are, at least 1
 */
record MachineList(List<MachineRow> rows, long total, String text, int page, long pages) {

  /** Whether nothing was looked for and nothing is there. */
  public boolean isNone() {
    return total == 0 && text.isEmpty();
  }

  /** The page as people count. */
  public long number() {
    return page + 1L;
  }

  private String address(long other) {
    return "/machines?page=" + other + "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The address of the page before this one. */
  public String before() {
    return address(page - 1L);
  }

  /** The address of the page behind this one. */
  public String after() {
    return address(page + 1L);
  }
}

package org.laassoa.server.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where one is in a list of pages.
 *
 * @param from the place of the first one that is shown, from 1
 * @param to the place of the last one that is shown
 * @param total how many there are
 * @param previous the address of the page before, or null
 * @param next the address of the page after, or null
 */
public record Pager(
    long from, long to, long total, @Nullable String previous, @Nullable String next) {

  /**
   * Pages of a list.
   *
   * @param path the list's address
   * @param query what the list is of; what is empty is left out
   * @param page the page, from 0
   * @param size how many a page shows
   * @param total how many there are
   */
  public static Pager of(String path, Map<String, String> query, int page, int size, long total) {
    long first = (long) page * size;
    return new Pager(
        Math.min(first + 1, total),
        Math.min(first + size, total),
        total,
        page > 0 ? address(path, query, page - 1) : null,
        first + size < total ? address(path, query, page + 1) : null);
  }

  private static String address(String path, Map<String, String> query, int page) {
    Map<String, String> all = new TreeMap<>(query);
    all.put("page", page == 0 ? "" : Integer.toString(page));
    String text =
        all.entrySet().stream()
            .filter(one -> !one.getValue().isEmpty())
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return text.isEmpty() ? path : path + "?" + text;
  }

  /** Whether there is more than is shown. */
  public boolean needed() {
    return previous != null || next != null;
  }
}

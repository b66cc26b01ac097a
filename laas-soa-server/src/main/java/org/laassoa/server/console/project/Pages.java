package org.laassoa.server.console.project;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages before and after the one that is shown are.
 *
 * @param previous the address of the page before, or null on the first one
 * @param next the address of the page after, or null on the last one
 */
public record Pages(@Nullable String previous, @Nullable String next) {

  /**
   * Around a page.
   *
   * @param path the address without its query
   * @param query what else is in the query; what is empty is left out
   * @param page the page, from 0
   * @param more whether there is a next one
   */
  static Pages around(String path, Map<String, String> query, int page, boolean more) {
    return new Pages(
        page == 0 ? null : address(path, query, page - 1),
        more ? address(path, query, page + 1) : null);
  }

  private static String address(String path, Map<String, String> query, int page) {
    Map<String, String> all = new LinkedHashMap<>(query);
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

  /** Whether there is any other page. */
  public boolean any() {
    return previous != null || next != null;
  }
}

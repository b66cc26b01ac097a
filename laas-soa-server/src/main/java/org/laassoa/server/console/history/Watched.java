package org.laassoa.server.console.history;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * An entry whose form is open.
 *
 * @param page the form's address
 * @param list where the other entries are
 * @param filled the version that the form was filled from: an ETag, or another text that differs
 *     from version to version
 */
public record Watched(String page, String list, String filled) {

  /** Where what became of it is asked for. */
  String address() {
    return page + "/meanwhile?filled=" + URLEncoder.encode(filled, StandardCharsets.UTF_8);
  }
}

package org.laassoa.server.build;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.CRC32;
import org.laassoa.server.action.ActionId;

/**
 * The names of images that builds make: {@code <project>-<ref>:<build>_<time>}, made to fit the
 * grammar of image references (github.com/distribution/reference).
 */
final class ImageNames {

  private static final int MOST = 120;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ImageNames() {}

  /** A repository name for these parts; other parts give another name. */
  static String repository(String... parts) {
    String wanted = String.join("-", parts);
    String name =
        wanted
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("[._-]*-[._-]*|\\.[._]+|_[._]*\\.[._]*|_{3,}", "-")
            .replaceAll("^[._-]+|[._-]+$", "");
    if (name.equals(wanted) && name.length() <= MOST) {
      return name;
    }
    String kept = name.substring(0, Math.min(name.length(), MOST)).replaceAll("[._-]+$", "");
    return (kept.isEmpty() ? "image" : kept) + "-" + checksum(wanted);
  }

  /** The part of a tag that says when: minutes, UTC. */
  static String time(Instant enqueuedAt) {
    return TIME.format(enqueuedAt);
  }

  /** The tag of a build's image. */
  static String tag(ActionId build, String enqueuedAt) {
    return build + "_" + enqueuedAt;
  }

  /** Eight hexadecimal digits that keep names apart which look alike after the cleaning. */
  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}

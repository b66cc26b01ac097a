package org.laassoa.server.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/**
 * One range of a {@code Range} header, RFC 9110 section 14.
 *
 * @param from the first byte, from 0
 * @param to the last byte, exclusive
 */
record ByteRange(long from, long to) {

  private static final Pattern BYTES = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * The range that a header asks for.
   *
   * @param header the header, or null
   * @param length of the whole
   * @return nothing when there is no header or one that is to be ignored: several ranges, another
   *     unit
   * @throws ProblemException with 416 when no byte of it is there
   */
  static Optional<ByteRange> of(@Nullable String header, long length) {
    if (header == null) {
      return Optional.empty();
    }
    Matcher matcher = BYTES.matcher(header.strip());
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return Optional.empty();
    }
    ByteRange range =
        matcher.group(1).isEmpty()
            ? new ByteRange(Math.max(0, length - Long.parseLong(matcher.group(2))), length)
            : closed(matcher, length);
    if (range.from() >= length || range.from() >= range.to()) {
      throw new ProblemException(
          ProblemType.RANGE_NOT_SATISFIABLE, Message.of("the log has %s bytes", length));
    }
    return Optional.of(range);
  }

  private static ByteRange closed(Matcher matcher, long length) {
    long from = Long.parseLong(matcher.group(1));
    return matcher.group(2).isEmpty()
        ? new ByteRange(from, length)
        : new ByteRange(from, Math.min(length, Long.parseLong(matcher.group(2)) + 1));
  }

  /** The {@code Content-Range} of the answer. */
  String contentRange(long length) {
    return "bytes " + from + "-" + (to - 1) + "/" + length;
  }
}

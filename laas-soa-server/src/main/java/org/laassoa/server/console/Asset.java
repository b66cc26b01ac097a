package org.laassoa.server.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file that goes with pages.
 *
 * @param type its media type
 * @param bytes as they are
 * @param packed the same by gzip (RFC 1952), as small as it gets: it is done once
 */
record Asset(String type, byte[] bytes, byte[] packed) {

  /** Takes a file. */
  static Asset of(String name, byte[] bytes) {
    return new Asset(typeOf(name), bytes, packed(bytes));
  }

  private static String typeOf(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException("no media type is known for " + name);
    };
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new Best(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is written but memory", e);
    }
    return packed.toByteArray();
  }

  private static final class Best extends GZIPOutputStream {
    Best(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}

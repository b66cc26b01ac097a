package org.laassoa.builder.log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The forms in which a secret may turn up in a log. */
final class SecretForms {

  /** Shorter secrets are not masked: they would tear holes into ordinary text. */
  static final int MINIMUM_BYTES = 4;

  /**
   * Of a longer secret, such as a file with a chain of certificates, each line counts as it is: all
   * forms of all of it would take hundreds of megabytes.
   */
  private static final int MOST_CHARACTERS_IN_ALL_FORMS = 4096;

  /** RFC 3986, section 2.3. */
  private static final String UNRESERVED = "-._~";

  /** What JavaScript's encodeURIComponent leaves as it is. */
  private static final String COMPONENT = "-._~!'()*";

  /** Where the usual tools wrap base64: {@code base64} and MIME, PEM and {@code openssl}. */
  private static final int[] WRAP_COLUMNS = {76, 64};

  private final Set<String> forms = new LinkedHashSet<>();

  private SecretForms() {}

  /**
   * All forms of all secrets, as ISO-8859-1 strings: one character is one byte. A secret of several
   * lines stands for each of its lines as well, since tools print, indent and number lines.
   */
  static Set<String> of(Collection<String> secrets) {
    SecretForms all = new SecretForms();
    for (String secret : secrets) {
      if (secret.length() > MOST_CHARACTERS_IN_ALL_FORMS) {
        secret.lines().map(String::strip).forEach(all::addAsItIs);
        continue;
      }
      all.add(secret);
      if (secret.indexOf('\n') >= 0 || secret.indexOf('\r') >= 0) {
        all.add(secret.strip());
        secret.lines().map(String::strip).forEach(all::add);
      }
    }
    return Collections.unmodifiableSet(all.forms);
  }

  private void addAsItIs(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    if (bytes.length >= MINIMUM_BYTES) {
      forms.add(latin1(bytes));
    }
  }

  private void add(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < MINIMUM_BYTES) {
      return;
    }
    forms.add(latin1(bytes));
    for (String kept : new String[] {UNRESERVED, COMPONENT}) {
      forms.add(percentEncoded(bytes, kept, false));
      forms.add(percentEncoded(bytes, kept, true));
    }
    // As in form bodies: a space is a plus sign.
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    addBase64(bytes, Base64.getEncoder());
    addBase64(bytes, Base64.getUrlEncoder());
  }

  private static String percentEncoded(byte[] bytes, String kept, boolean lowerCase) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : bytes) {
      char c = (char) (b & 0xff);
      if (c < 128 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        String hex = String.format(Locale.ROOT, "%%%02X", (int) c);
        encoded.append(lowerCase ? hex.toLowerCase(Locale.ROOT) : hex);
      }
    }
    return encoded.toString();
  }

  /**
   * A secret inside of something longer that was encoded begins at one of three places in a group
   * of three bytes. Of each such form only the characters count that no neighbour has a part in.
   */
  private void addBase64(byte[] bytes, Base64.Encoder encoder) {
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      int from = (before * 8 + 5) / 6;
      int to = shifted.length * 8 / 6;
      forms.add(latin1(encoder.encode(shifted)).substring(from, to));
    }
    String whole = latin1(encoder.withoutPadding().encode(bytes));
    for (int columns : WRAP_COLUMNS) {
      for (int at = 0; whole.length() > columns && at < whole.length(); at += columns) {
        String line = whole.substring(at, Math.min(at + columns, whole.length()));
        if (line.length() >= MINIMUM_BYTES) {
          forms.add(line);
        }
      }
    }
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

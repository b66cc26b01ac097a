package org.laassoa.endtoend.process;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords for what is started here. */
public final class Passwords {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /** A password of 16 letters, digits, - and _, with 96 random bits. */
  public static String random() {
    byte[] bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

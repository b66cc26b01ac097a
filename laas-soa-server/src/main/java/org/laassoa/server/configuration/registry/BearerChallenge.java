package org.laassoa.server.configuration.registry;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a registry sends its callers for a token (RFC 6750, section 3).
 *
 * @param realm the address that gives tokens
 * @param service the registry's name there, possibly empty
 */
record BearerChallenge(URI realm, String service) {
  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]{0,500})\"");

  /** Reads {@code Bearer realm="https://auth.example.com/token",service="registry"}. */
  static BearerChallenge of(String header) {
    String realm = "";
    String service = "";
    Matcher parameters = PARAMETER.matcher(header);
    while (parameters.find()) {
      if (parameters.group(1).equalsIgnoreCase("realm")) {
        realm = parameters.group(2);
      } else if (parameters.group(1).equalsIgnoreCase("service")) {
        service = parameters.group(2);
      }
    }
    return new BearerChallenge(address(realm), service);
  }

  /** An address that cannot be read leads nowhere: the call refuses it. */
  private static URI address(String realm) {
    try {
      return URI.create(realm);
    } catch (IllegalArgumentException e) {
      return URI.create("");
    }
  }
}

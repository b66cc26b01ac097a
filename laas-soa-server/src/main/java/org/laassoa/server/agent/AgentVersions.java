package org.laassoa.server.agent;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which agents this server works with: those of its own version and of the two minor ones before.
 */
public final class AgentVersions {

  private static final int OWN_MAJOR = 0;
  private static final int OWN_MINOR = 1;
  private static final int OLDEST = 2;
  private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\b.*");

  private AgentVersions() {}

  /**
   * Whether work is handed to an agent of that version; one that does not say its version, or says
   * it in another form, is taken at its word that it knows the protocol.
   */
  public static boolean supported(@Nullable String version) {
    Matcher matcher = VERSION.matcher(version == null ? "" : version);
    if (!matcher.matches()) {
      return true;
    }
    int major = Integer.parseInt(matcher.group(1));
    int minor = Integer.parseInt(matcher.group(2));
    return major == OWN_MAJOR && minor >= OWN_MINOR - OLDEST;
  }
}

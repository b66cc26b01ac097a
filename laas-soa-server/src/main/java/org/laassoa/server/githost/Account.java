package org.laassoa.server.githost;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose a token is.
 *
 * @param name the account's name at the host
 * @param version the host's version, or null where it says none
 * @param rights what the token may do, and lacks, in words
 */
public record Account(String name, @Nullable String version, List<Right> rights) {

  /**
   * What a token may do, or not.
   *
   * @param what in words: {@code tell the state of commits}
   * @param held whether it may; null where the host does not say
   */
  public record Right(String what, @Nullable Boolean held) {}

  /** What is needed to list repositories, branches and tags. */
  public static final String READ = "read repositories";

  /** What is needed for {@code report_status}. */
  public static final String REPORT = "tell the state of commits";

  /** What is needed to register hooks. */
  public static final String HOOKS = "register webhooks";
}

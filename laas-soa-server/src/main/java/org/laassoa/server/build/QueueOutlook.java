package org.laassoa.server.build;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What an estimate of when a queued build is handed out goes by.
 *
 * @param ahead what is built before it, in that order: the names of projects and parent images
 * @param underWay what agents have now
 * @param took how long builds of its type took of late, newest first
 */
public record QueueOutlook(List<String> ahead, List<UnderWay> underWay, List<Took> took) {

  /**
   * A build that an agent has.
   *
   * @param agent its name
   * @param subject the project or parent image
   * @param startedAt when it was handed out
   */
  public record UnderWay(String agent, String subject, Instant startedAt) {}

  /**
   * How long a build took, from its hand-out to its end.
   *
   * @param subject the project or parent image
   * @param duration of its last attempt
   */
  public record Took(String subject, Duration duration) {}
}

package org.laassoa.server.machine;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a machine found.
 *
 * @param os the distribution in its own words
 * @param system the kernel's name, {@code Linux}
 * @param kernel the kernel's version
 * @param arch the machine's architecture, as {@code uname -m} names it
 * @param glibc the C library's version, {@code 2.36}; null where it is another library
 * @param init {@code systemd}, or {@code none} where nothing of the kind runs
 * @param engine the container engine that answers, {@code docker 28.1.1}; else what is in the way;
 *     null without any
 * @param user whom the login is
 * @param root whether the login is root
 * @param sudo whether it becomes root by sudo; null when that was not asked for
 * @param directory where the agent is or would be installed
 * @param diskFreeBytes what is free there
 * @param clockOffsetSeconds how far its clock is ahead of the server's
 * @param agent the version of the agent that is installed, or null
 * @param agentRuns whether it runs
 * @param lookedAt when this was found
 */
@Schema(name = "MachineFacts")
@JsonNaming(SnakeCaseStrategy.class)
public record MachineFacts(
    String os,
    String system,
    String kernel,
    String arch,
    @Nullable String glibc,
    String init,
    @Nullable String engine,
    String user,
    boolean root,
    @Nullable Boolean sudo,
    String directory,
    long diskFreeBytes,
    long clockOffsetSeconds,
    @Nullable String agent,
    boolean agentRuns,
    Instant lookedAt) {

  /** Whether units of systemd can be installed. */
  public boolean mayInstallUnits() {
    return init.equals("systemd") && (root || Boolean.TRUE.equals(sudo));
  }
}

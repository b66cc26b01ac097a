package org.laassoa.server.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.DiskSpace;

/**
 * What an agent's poll says about it.
 *
 * @param agentId the agent
 * @param capacity how many actions it takes at the same time
 * @param actions the types it subscribes to; empty means all
 * @param version its version, or null
 * @param executor how it runs scripts, or null
 * @param pickUp how it learns of work, or null
 * @param notTaking why it takes nothing at present, or null
 * @param labels what it says it has
 * @param disk the disk of its folder, or null
 * @param address where it polls from
 */
public record Presence(
    long agentId,
    int capacity,
    List<String> actions,
    @Nullable String version,
    @Nullable String executor,
    @Nullable String pickUp,
    @Nullable String notTaking,
    List<String> labels,
    @Nullable DiskSpace disk,
    String address) {}

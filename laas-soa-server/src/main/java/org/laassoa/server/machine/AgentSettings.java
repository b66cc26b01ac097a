package org.laassoa.server.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the agent of a machine is to work.
 *
 * @param name its name on the server
 * @param capacity how many actions at once
 * @param actions the types that it takes; empty means all
 * @param labels what else it is asked to say about itself
 * @param executor what it runs scripts with
 * @param serverUrl the address at which it reaches the server, or null for the usual one
 */
public record AgentSettings(
    String name,
    int capacity,
    List<String> actions,
    List<String> labels,
    AgentExecutor executor,
    @Nullable String serverUrl) {}

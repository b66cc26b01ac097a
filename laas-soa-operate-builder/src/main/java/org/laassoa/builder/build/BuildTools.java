package org.laassoa.builder.build;

import java.util.concurrent.ScheduledExecutorService;
import org.laassoa.builder.execution.Executor;
import org.laassoa.builder.git.Checkout;
import org.laassoa.builder.server.ServerConnection;
import org.laassoa.builder.workspace.AgentRoot;
import org.laassoa.builder.workspace.WorkspaceLocks;

/**
 * What every build of an agent works with.
 *
 * @param root the agent's folders
 * @param locks one build at a time in one workspace
 * @param checkout brings sources
 * @param executor runs scripts and makes images
 * @param server where scripts come from
 * @param timer ends builds at their time limit
 * @param announcement what a step waits for that must not run twice
 */
public record BuildTools(
    AgentRoot root,
    WorkspaceLocks locks,
    Checkout checkout,
    Executor executor,
    ServerConnection server,
    ScheduledExecutorService timer,
    Announcement announcement) {}

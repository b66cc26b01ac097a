package org.laassoa.server.action;

import java.time.Instant;

/**
 * An action handed to an agent.
 *
 * @param action the action
 * @param attempt the attempt that the agent owns, from 1
 * @param agentId the agent
 * @param type the action's type, as on the wire
 * @param planId what to do, see {@link Plans}
 * @param parameters JSON object, name to value, as asked for
 * @param queuedAt when it was enqueued
 * @param configuration the version of the configuration at the time of the hand-out
 */
public record Claimed(
    ActionId action,
    int attempt,
    long agentId,
    String type,
    long planId,
    String parameters,
    Instant queuedAt,
    long configuration) {}

package org.laassoa.server.action;

import java.util.Set;
import org.laassoa.wire.ActionType;

/**
 * An agent that wants work.
 *
 * @param agentId the agent
 * @param agentName its name
 * @param types what it takes, at least one
 * @param room how many it can take, at least 1
 */
public record ClaimRequest(long agentId, String agentName, Set<ActionType> types, int room) {}

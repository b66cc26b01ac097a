package org.laassoa.server.action;

/**
 * An agent that wants work.
 *
 * @param agentId the agent
 * @param agentName its name
 * @param offer what it takes, at least one type
 * @param room how many it can take, at least 1
 */
public record ClaimRequest(long agentId, String agentName, Offer offer, int room) {}

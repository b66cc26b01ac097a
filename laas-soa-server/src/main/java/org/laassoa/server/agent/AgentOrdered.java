package org.laassoa.server.agent;

/**
 * Something else is wanted of an agent than before. It is told with its next poll; whoever can make
 * it poll may do so.
 *
 * @param agentId its number
 */
public record AgentOrdered(long agentId) {}

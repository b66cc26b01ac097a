package org.laassoa.server.action;

/**
 * The claim that every write of an agent carries: this agent, this action, this attempt.
 *
 * @param action the action
 * @param attempt the fencing number, from 1
 * @param agentId the agent that says it owns it
 */
public record Ownership(ActionId action, int attempt, long agentId) {}

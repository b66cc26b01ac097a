package org.laassoa.server.action;

/**
 * An action handed to an agent.
 *
 * @param action the action
 * @param attempt the attempt that the agent owns, from 1
 * @param type the action's type, as on the wire
 * @param payload what to do, JSON without secrets
 */
public record Claimed(ActionId action, int attempt, String type, String payload) {}

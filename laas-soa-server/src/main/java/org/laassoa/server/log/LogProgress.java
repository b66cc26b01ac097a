package org.laassoa.server.log;

import org.laassoa.server.action.ActionState;

/**
 * How far a log is.
 *
 * @param attempt the current attempt; 0 before the first
 * @param state the action's state
 * @param bytes how many bytes of the current attempt are stored
 */
record LogProgress(int attempt, ActionState state, long bytes) {}

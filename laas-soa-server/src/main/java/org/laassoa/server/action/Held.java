package org.laassoa.server.action;

import org.jspecify.annotations.Nullable;

/**
 * What an agent says it holds.
 *
 * @param action the action
 * @param attempt the attempt, from 1
 * @param step the step it is in, or null
 */
public record Held(ActionId action, int attempt, @Nullable String step) {}

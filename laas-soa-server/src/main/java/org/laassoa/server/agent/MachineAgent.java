package org.laassoa.server.agent;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The agent that was installed on a machine.
 *
 * @param id its number
 * @param version its version, or null
 * @param silence since it was last seen; null if it never was since it joined. Where it polls
 *     another server that is known up to six seconds later, and up to one second too young.
 */
public record MachineAgent(long id, @Nullable String version, @Nullable Duration silence) {}

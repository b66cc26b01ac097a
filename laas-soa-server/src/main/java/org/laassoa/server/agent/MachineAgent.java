package org.laassoa.server.agent;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The agent that was installed on a machine.
 *
 * @param id its number
 * @param version its version, or null
 * @param silence since it was last seen, by the database's clock; null if it never was since it
 *     joined. What is seen is written up to six seconds later.
 */
public record MachineAgent(long id, @Nullable String version, @Nullable Duration silence) {}

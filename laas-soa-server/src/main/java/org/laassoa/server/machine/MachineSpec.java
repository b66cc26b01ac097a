package org.laassoa.server.machine;

import org.jspecify.annotations.Nullable;

/**
 * All that is needed to work on a machine, as it was when the work began.
 *
 * @param id its number
 * @param name its name
 * @param address IP address or host name
 * @param port of its SSH server
 * @param login how one signs in
 * @param become how the login gets the rights of root
 * @param directory where the agent is installed, or null for what is usual
 * @param hostKey the pinned key, or null before the first contact
 * @param agent how the agent is to work
 */
public record MachineSpec(
    long id,
    String name,
    String address,
    int port,
    MachineLogin login,
    Become become,
    @Nullable String directory,
    @Nullable HostKey hostKey,
    AgentSettings agent) {}

package org.laassoa.server.machine;

import org.jspecify.annotations.Nullable;

/**
 * All that is needed to work on a machine, as it was when the work began.
 *
 * @param id its number
 * @param host where its SSH server is, and which key that has to show
 * @param login how one signs in
 * @param become how the login gets the rights of root
 * @param directory where the agent is installed, or null for what is usual
 * @param agent how the agent is to work
 */
public record MachineSpec(
    long id,
    SshHost host,
    MachineLogin login,
    Become become,
    @Nullable String directory,
    AgentSettings agent) {}

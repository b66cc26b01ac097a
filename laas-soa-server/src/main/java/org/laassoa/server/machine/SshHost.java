package org.laassoa.server.machine;

import org.jspecify.annotations.Nullable;

/**
 * Where a machine's SSH server is, and which key it has to show.
 *
 * @param machine the machine's name
 * @param address IP address or host name
 * @param port of its SSH server
 * @param hostKey the pinned key, or null before there is one
 */
public record SshHost(String machine, String address, int port, @Nullable HostKey hostKey) {}

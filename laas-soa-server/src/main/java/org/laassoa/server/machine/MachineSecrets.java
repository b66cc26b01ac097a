package org.laassoa.server.machine;

import org.jspecify.annotations.Nullable;

/**
 * What a machine's row holds of its login, each encrypted.
 *
 * @param password or null
 * @param privateKey or null
 * @param passphrase or null
 */
@SuppressWarnings("ArrayRecordComponent") // Only carried from and to the row, never compared.
record MachineSecrets(
    byte @Nullable [] password, byte @Nullable [] privateKey, byte @Nullable [] passphrase) {}

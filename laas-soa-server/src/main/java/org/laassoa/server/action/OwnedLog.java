package org.laassoa.server.action;

import java.time.Instant;

/**
 * The log of an attempt, to its owner.
 *
 * @param claimedAt when the attempt began, which says where its log is kept
 * @param bytes how many are stored: the next offset wanted
 */
public record OwnedLog(Instant claimedAt, long bytes) {}

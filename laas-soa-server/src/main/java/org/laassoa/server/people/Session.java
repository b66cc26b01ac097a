package org.laassoa.server.people;

import java.time.Instant;

/**
 * A browser that is signed in.
 *
 * @param key the SHA-256 of what its cookie holds
 * @param userId whose it is
 * @param user their name
 * @param createdAt when they signed in
 * @param lastSeenAt when it was last used, to within seconds
 */
record Session(TokenKey key, long userId, String user, Instant createdAt, Instant lastSeenAt) {}

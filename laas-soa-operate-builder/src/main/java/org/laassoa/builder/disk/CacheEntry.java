package org.laassoa.builder.disk;

import java.time.Instant;

/**
 * One thing that a cache keeps and that can go by itself.
 *
 * @param store what keeps it
 * @param name what it is called there, for people too
 * @param lastUsed when a build last used it
 */
record CacheEntry(CacheStore store, String name, Instant lastUsed) {}

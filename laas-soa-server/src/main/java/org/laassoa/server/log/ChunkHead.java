package org.laassoa.server.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a chunk without reading it.
 *
 * @param start where in the log it begins
 * @param bytes how long it is unpacked
 * @param lineFeeds how many line feeds it has; -1 where that is not known
 * @param receivedAt when the server got it, where that is known
 */
record ChunkHead(long start, int bytes, int lineFeeds, @Nullable Instant receivedAt) {}

package org.laassoa.server.event;

import java.time.Instant;

/**
 * A build has come to a state.
 *
 * @param id the event's number: of one build, later events have higher ones
 * @param build the build's number
 * @param project the name of its project
 * @param state {@code queued}, {@code running}, {@code succeeded}, {@code failed} or {@code
 *     cancelled}
 * @param at when
 */
public record BuildEvent(long id, long build, String project, String state, Instant at) {}

package org.laassoa.server.action;

import org.jspecify.annotations.Nullable;

/**
 * The end of an attempt, as the agent reports it.
 *
 * @param owner who says so
 * @param state the final state
 * @param outcome JSON
 * @param steps JSON array
 * @param images JSON array
 * @param commit the commit that was built, or null
 * @param logBytes how long the agent says the log is, or null: then nothing is checked
 * @param logSha256 what the agent says the log's SHA-256 is, or null
 * @param logIntact whether the stored log has it, or null when the agent did not say
 */
public record Completion(
    Ownership owner,
    ActionState state,
    String outcome,
    String steps,
    String images,
    @Nullable String commit,
    @Nullable Long logBytes,
    @Nullable String logSha256,
    @Nullable Boolean logIntact) {}

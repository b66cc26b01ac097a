package org.laassoa.server.githost;

import org.jspecify.annotations.Nullable;

/**
 * What is told about a commit.
 *
 * @param state the build's state
 * @param context who tells it: {@code laas-soa/shop}
 * @param description one line about it
 * @param link the build's page, or null where the server does not know its own address
 * @param ref the branch or tag that was built
 */
public record CommitStatus(
    CommitState state, String context, String description, @Nullable String link, String ref) {}

package org.laassoa.server.action;

import org.jspecify.annotations.Nullable;

/**
 * An attempt that its owner gives back since it ends.
 *
 * @param owner who gives it back
 * @param outcome JSON of what it says, for the history
 * @param steps JSON array of the steps that it came to, or null when it says nothing of them
 */
public record HandBack(Ownership owner, String outcome, @Nullable String steps) {}

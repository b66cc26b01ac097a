package org.laassoa.server.people;

import org.jspecify.annotations.Nullable;

/**
 * What administrators decide about a user, apart from the password.
 *
 * @param displayName how others see them, possibly empty
 * @param role on everything, or null
 * @param disabled whether nothing of theirs is accepted
 */
record UserState(String displayName, @Nullable Role role, boolean disabled) {}

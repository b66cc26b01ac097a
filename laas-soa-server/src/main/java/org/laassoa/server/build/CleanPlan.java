package org.laassoa.server.build;

import java.util.List;

/**
 * The payload of a {@code clean} action.
 *
 * @param caches what to empty, by the names of {@link org.laassoa.wire.Cache}
 */
record CleanPlan(List<String> caches) {}

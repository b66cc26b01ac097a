package org.laassoa.server.build;

import java.util.List;
import org.laassoa.server.action.ActionId;

/**
 * What a request for builds brought.
 *
 * @param builds their numbers, in the order of the request
 * @param replayed whether the same request had been served before
 */
record Requested(List<ActionId> builds, boolean replayed) {}

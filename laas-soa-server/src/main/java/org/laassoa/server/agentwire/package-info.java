/** The calls of the agents: consume, fetch, log, complete. */
@NullMarked
package org.laassoa.server.agentwire;

import org.jspecify.annotations.NullMarked;

/** The agents that have joined: their tokens, and when they were last seen. */
@NullMarked
package org.laassoa.server.agent;

import org.jspecify.annotations.NullMarked;

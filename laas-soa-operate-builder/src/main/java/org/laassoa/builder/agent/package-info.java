/** The agent's process: command line, identity, poll loop, and what it holds. */
@NullMarked
package org.laassoa.builder.agent;

import org.jspecify.annotations.NullMarked;

/** The agent's disk: what it keeps there for later builds, how much, and what goes first. */
@NullMarked
package org.laassoa.builder.disk;

import org.jspecify.annotations.NullMarked;

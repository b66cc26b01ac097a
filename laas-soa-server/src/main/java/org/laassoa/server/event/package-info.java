/** Changes of builds' states, told exactly once to those parts that follow from them. */
@NullMarked
package org.laassoa.server.event;

import org.jspecify.annotations.NullMarked;

/** Calls of the server's own to addresses that people configure: checked, bounded, not followed. */
@NullMarked
package org.laassoa.server.outbound;

import org.jspecify.annotations.NullMarked;

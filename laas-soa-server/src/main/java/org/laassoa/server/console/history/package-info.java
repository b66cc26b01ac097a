/** How entries of the configuration changed, also while somebody has their form open. */
@NullMarked
package org.laassoa.server.console.history;

import org.jspecify.annotations.NullMarked;

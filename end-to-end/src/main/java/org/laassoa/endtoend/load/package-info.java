/**
 * Load over HTTP/1.1 that costs little itself: one thread, prepared bytes, no garbage in the loop.
 */
@NullMarked
package org.laassoa.endtoend.load;

import org.jspecify.annotations.NullMarked;

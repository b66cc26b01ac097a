/** An endpoint that does nothing: as fast as a poll could be answered with the same framework. */
@NullMarked
package org.laassoa.bench.baseline;

import org.jspecify.annotations.NullMarked;

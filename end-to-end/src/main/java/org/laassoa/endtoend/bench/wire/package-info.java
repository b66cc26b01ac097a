/** What agents and clients say to the server, as load. */
@NullMarked
package org.laassoa.endtoend.bench.wire;

import org.jspecify.annotations.NullMarked;

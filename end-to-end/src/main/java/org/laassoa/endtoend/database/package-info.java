/** A real PostgreSQL of one's own, which can be crashed, restarted and reconfigured. */
@NullMarked
package org.laassoa.endtoend.database;

import org.jspecify.annotations.NullMarked;

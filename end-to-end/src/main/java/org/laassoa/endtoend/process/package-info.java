/** Starts and ends the packaged server and agent as processes of their own. */
@NullMarked
package org.laassoa.endtoend.process;

import org.jspecify.annotations.NullMarked;

/** Server and, if wanted, one agent on this machine, for use. */
@NullMarked
package org.laassoa.endtoend.up;

import org.jspecify.annotations.NullMarked;

/** Machines: hosts that the server reaches by SSH, with their logins and pinned host keys. */
@NullMarked
package org.laassoa.server.machine;

import org.jspecify.annotations.NullMarked;

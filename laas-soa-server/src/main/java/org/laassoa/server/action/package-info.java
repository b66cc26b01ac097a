/** The action queue: states, attempts, leases. */
@NullMarked
package org.laassoa.server.action;

import org.jspecify.annotations.NullMarked;

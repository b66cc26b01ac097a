/** Tells git hosts the state of builds, at the commit that is built. */
@NullMarked
package org.laassoa.server.commitstatus;

import org.jspecify.annotations.NullMarked;

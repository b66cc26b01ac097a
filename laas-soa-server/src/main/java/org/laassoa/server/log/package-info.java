/** The log of each attempt: stored exactly, read by range, followed live. */
@NullMarked
package org.laassoa.server.log;

import org.jspecify.annotations.NullMarked;

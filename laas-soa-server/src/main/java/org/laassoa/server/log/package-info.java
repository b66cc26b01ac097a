/** The log of each attempt: stored exactly, read by range or by lines, searched, followed live. */
@NullMarked
package org.laassoa.server.log;

import org.jspecify.annotations.NullMarked;

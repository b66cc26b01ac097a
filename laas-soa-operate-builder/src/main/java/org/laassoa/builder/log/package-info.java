/** The log of one attempt: masked, spooled to a file, shipped to the server. */
@NullMarked
package org.laassoa.builder.log;

import org.jspecify.annotations.NullMarked;

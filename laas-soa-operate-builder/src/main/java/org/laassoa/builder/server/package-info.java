/** The calls to the server. */
@NullMarked
package org.laassoa.builder.server;

import org.jspecify.annotations.NullMarked;

/** The log view of the console: its words. */
@NullMarked
package org.laassoa.server.console.log;

import org.jspecify.annotations.NullMarked;

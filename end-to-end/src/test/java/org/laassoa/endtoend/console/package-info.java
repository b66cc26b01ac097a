/** The console in a real browser, against the packaged server. */
@NullMarked
package org.laassoa.endtoend.console;

import org.jspecify.annotations.NullMarked;

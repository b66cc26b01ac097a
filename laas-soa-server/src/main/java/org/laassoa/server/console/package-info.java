/** The console: the pages that people see in a browser, and what all of them share. */
@NullMarked
package org.laassoa.server.console;

import org.jspecify.annotations.NullMarked;

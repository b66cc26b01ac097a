/** The guided first set-up: from nothing to the first build that succeeds. */
@NullMarked
package org.laassoa.server.console.setup;

import org.jspecify.annotations.NullMarked;

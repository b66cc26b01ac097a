/** The console's first page: what happens now, and what needs attention. */
@NullMarked
package org.laassoa.server.console.overview;

import org.jspecify.annotations.NullMarked;

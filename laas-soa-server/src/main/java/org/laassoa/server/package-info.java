/** Where the server starts, and its settings. */
@NullMarked
package org.laassoa.server;

import org.jspecify.annotations.NullMarked;

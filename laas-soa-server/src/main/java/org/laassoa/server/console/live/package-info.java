/** Hints to open pages that something has changed, so that they show it without being reloaded. */
@NullMarked
package org.laassoa.server.console.live;

import org.jspecify.annotations.NullMarked;

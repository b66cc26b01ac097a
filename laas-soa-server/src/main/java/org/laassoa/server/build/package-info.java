/** Builds: asked for, planned, shown, cancelled. */
@NullMarked
package org.laassoa.server.build;

import org.jspecify.annotations.NullMarked;

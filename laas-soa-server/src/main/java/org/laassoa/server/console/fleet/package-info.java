/** The fleet's pages: agents, machines, and what is done on them. */
@NullMarked
package org.laassoa.server.console.fleet;

import org.jspecify.annotations.NullMarked;

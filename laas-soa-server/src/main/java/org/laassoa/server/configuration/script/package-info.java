/** Sets of scripts, each file with versions, each state of the set a revision that builds pin. */
@NullMarked
package org.laassoa.server.configuration.script;

import org.jspecify.annotations.NullMarked;

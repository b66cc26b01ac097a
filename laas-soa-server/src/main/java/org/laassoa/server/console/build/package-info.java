/** The pages of builds: all of them, and each one with its steps, its log and why it waits. */
@NullMarked
package org.laassoa.server.console.build;

import org.jspecify.annotations.NullMarked;

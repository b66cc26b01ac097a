/** The console's pages about projects: found, built, looked at over time, and configured. */
@NullMarked
package org.laassoa.server.console.project;

import org.jspecify.annotations.NullMarked;

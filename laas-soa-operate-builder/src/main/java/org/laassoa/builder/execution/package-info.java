/** How scripts run and images are made: one interface, and what its implementations share. */
@NullMarked
package org.laassoa.builder.execution;

import org.jspecify.annotations.NullMarked;

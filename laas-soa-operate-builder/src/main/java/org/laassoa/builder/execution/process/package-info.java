/** Runs scripts as plain processes of the host: for machines without a container engine. */
@NullMarked
package org.laassoa.builder.execution.process;

import org.jspecify.annotations.NullMarked;

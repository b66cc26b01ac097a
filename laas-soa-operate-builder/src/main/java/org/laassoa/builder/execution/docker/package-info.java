/** Runs scripts and makes images with a container engine that speaks Docker's API. */
@NullMarked
package org.laassoa.builder.execution.docker;

import org.jspecify.annotations.NullMarked;

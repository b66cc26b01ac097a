/** What the native executable's build must know about the engine's client; unused at run time. */
@NullMarked
package org.laassoa.builder.execution.docker.nativeimage;

import org.jspecify.annotations.NullMarked;

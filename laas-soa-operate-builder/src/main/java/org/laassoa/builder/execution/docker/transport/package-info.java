/** HTTP/1.1 to a container engine over a unix socket or TCP, with nothing but the JDK. */
@NullMarked
package org.laassoa.builder.execution.docker.transport;

import org.jspecify.annotations.NullMarked;

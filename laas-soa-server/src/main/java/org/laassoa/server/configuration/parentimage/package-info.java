/** Parent images, made by the service itself for others to build on. */
@NullMarked
package org.laassoa.server.configuration.parentimage;

import org.jspecify.annotations.NullMarked;

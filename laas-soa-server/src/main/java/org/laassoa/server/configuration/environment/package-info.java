/** Build environments, the images that builds run in. */
@NullMarked
package org.laassoa.server.configuration.environment;

import org.jspecify.annotations.NullMarked;

/** Image registries, where images are pulled from and pushed to. */
@NullMarked
package org.laassoa.server.configuration.registry;

import org.jspecify.annotations.NullMarked;

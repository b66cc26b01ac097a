/** The agent's folders: where the source, the scripts and the caches of a build are. */
@NullMarked
package org.laassoa.builder.workspace;

import org.jspecify.annotations.NullMarked;

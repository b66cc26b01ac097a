/** What a build costs over what it wraps: the engine's own run, and Git's own clone and fetch. */
@NullMarked
package org.laassoa.endtoend.bench;

import org.jspecify.annotations.NullMarked;

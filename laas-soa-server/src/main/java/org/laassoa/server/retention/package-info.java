/** How long ended builds and logs are kept, and the weekly tables that they are kept in. */
@NullMarked
package org.laassoa.server.retention;

import org.jspecify.annotations.NullMarked;

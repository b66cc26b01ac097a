/** A client of the server's REST API, as a user's own program would have it. */
@NullMarked
package org.laassoa.endtoend.api;

import org.jspecify.annotations.NullMarked;

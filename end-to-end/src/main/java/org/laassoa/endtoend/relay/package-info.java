/** Stands on the way between two parties, passes on what they say, and breaks it when told to. */
@NullMarked
package org.laassoa.endtoend.relay;

import org.jspecify.annotations.NullMarked;

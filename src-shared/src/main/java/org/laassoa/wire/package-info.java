/** The wire between server and agents: JSON in snake_case, one record for each message or part. */
@NullMarked
package org.laassoa.wire;

import org.jspecify.annotations.NullMarked;

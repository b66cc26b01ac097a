/** Encryption at rest of the secrets that the configuration holds. */
@NullMarked
package org.laassoa.server.secret;

import org.jspecify.annotations.NullMarked;

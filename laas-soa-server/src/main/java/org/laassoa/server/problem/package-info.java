/** Every error answer: one catalogue of types, one exception, and the mappers to RFC 9457. */
@NullMarked
package org.laassoa.server.problem;

import org.jspecify.annotations.NullMarked;

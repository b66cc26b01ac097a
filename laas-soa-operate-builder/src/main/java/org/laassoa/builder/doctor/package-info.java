/**
 * Looks at an agent and its machine, and says what to do where something is not as it should be.
 */
@NullMarked
package org.laassoa.builder.doctor;

import org.jspecify.annotations.NullMarked;

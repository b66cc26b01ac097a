/** What is asked of a container engine from outside: does one answer, what runs on it. */
@NullMarked
package org.laassoa.endtoend.engine;

import org.jspecify.annotations.NullMarked;

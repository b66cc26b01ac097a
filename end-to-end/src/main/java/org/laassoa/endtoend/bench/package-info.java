/**
 * What the server and its agents reach under load, and what a build costs, beside what each is
 * compared to.
 */
@NullMarked
package org.laassoa.endtoend.bench;

import org.jspecify.annotations.NullMarked;

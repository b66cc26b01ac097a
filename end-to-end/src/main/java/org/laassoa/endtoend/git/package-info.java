/** Real Git repositories, and a real Git server over HTTP that counts what crosses the wire. */
@NullMarked
package org.laassoa.endtoend.git;

import org.jspecify.annotations.NullMarked;

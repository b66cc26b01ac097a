/** The pages of who may do what, what was done, what is kept, and how the server is. */
@NullMarked
package org.laassoa.server.console.administration;

import org.jspecify.annotations.NullMarked;

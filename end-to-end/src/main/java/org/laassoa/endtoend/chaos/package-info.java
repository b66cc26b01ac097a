/** Real builds while everything around them is killed and cut, and the books that must balance. */
@NullMarked
package org.laassoa.endtoend.chaos;

import org.jspecify.annotations.NullMarked;

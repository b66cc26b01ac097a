/** Brings a workspace to the commit that a branch or tag stands for. */
@NullMarked
package org.laassoa.builder.git;

import org.jspecify.annotations.NullMarked;

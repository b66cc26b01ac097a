/** One build, from checkout to the pushed image. */
@NullMarked
package org.laassoa.builder.build;

import org.jspecify.annotations.NullMarked;

/** What is to be told to other systems: kept until it has been, tried again when they fail. */
@NullMarked
package org.laassoa.server.delivery;

import org.jspecify.annotations.NullMarked;

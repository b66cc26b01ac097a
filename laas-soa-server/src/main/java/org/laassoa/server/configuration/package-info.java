/** What all kinds of configuration share: named entries that are put, listed, shown and deleted. */
@NullMarked
package org.laassoa.server.configuration;

import org.jspecify.annotations.NullMarked;

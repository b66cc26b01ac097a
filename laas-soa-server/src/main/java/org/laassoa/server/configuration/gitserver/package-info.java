/** Git servers, where the sources of projects are. */
@NullMarked
package org.laassoa.server.configuration.gitserver;

import org.jspecify.annotations.NullMarked;

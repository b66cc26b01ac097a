/** Projects: a repository and the configuration to build it with. */
@NullMarked
package org.laassoa.server.configuration.project;

import org.jspecify.annotations.NullMarked;

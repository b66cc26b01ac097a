/** Git hosts by their APIs: repositories, branches and tags, hooks, and the states of commits. */
@NullMarked
package org.laassoa.server.githost;

import org.jspecify.annotations.NullMarked;

/** Several servers on one database: who they are, and what they tell each other. */
@NullMarked
package org.laassoa.server.cluster;

import org.jspecify.annotations.NullMarked;

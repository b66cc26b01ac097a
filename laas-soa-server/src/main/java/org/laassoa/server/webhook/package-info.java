/** Tells outgoing webhooks of builds, in signed calls. */
@NullMarked
package org.laassoa.server.webhook;

import org.jspecify.annotations.NullMarked;

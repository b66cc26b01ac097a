/** Outgoing webhooks: who is told of builds, of which, and with what the calls are signed. */
@NullMarked
package org.laassoa.server.configuration.webhook;

import org.jspecify.annotations.NullMarked;

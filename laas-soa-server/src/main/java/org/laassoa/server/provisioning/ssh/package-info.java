/** A session on another host by SSH: commands, files, and a host key that is pinned. */
@NullMarked
package org.laassoa.server.provisioning.ssh;

import org.jspecify.annotations.NullMarked;

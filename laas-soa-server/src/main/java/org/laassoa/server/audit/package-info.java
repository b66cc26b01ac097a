/** The audit trail: who did or tried what through the API, from where, and with what result. */
@NullMarked
package org.laassoa.server.audit;

import org.jspecify.annotations.NullMarked;

/** The one store: plain transactions on it, and the PostgreSQL that comes with the server. */
@NullMarked
package org.laassoa.server.database;

import org.jspecify.annotations.NullMarked;

/** What git hosts tell the server: hooks are registered there, their calls checked and built. */
@NullMarked
package org.laassoa.server.githook;

import org.jspecify.annotations.NullMarked;

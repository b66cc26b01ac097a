/** What the server says to people, in the language that they read. */
@NullMarked
package org.laassoa.server.language;

import org.jspecify.annotations.NullMarked;

/** Build configurations that come with the server, for the usual languages. */
@NullMarked
package org.laassoa.server.configuration.readymade;

import org.jspecify.annotations.NullMarked;

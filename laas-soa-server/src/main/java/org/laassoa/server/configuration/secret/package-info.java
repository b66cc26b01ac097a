/** Secrets that builds get as environment variables or files: of one project, or shared. */
@NullMarked
package org.laassoa.server.configuration.secret;

import org.jspecify.annotations.NullMarked;

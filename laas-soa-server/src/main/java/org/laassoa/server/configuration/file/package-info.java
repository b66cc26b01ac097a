/** The whole configuration as one file: written out without its secrets, and applied again. */
@NullMarked
package org.laassoa.server.configuration.file;

import org.jspecify.annotations.NullMarked;

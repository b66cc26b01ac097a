/** Build configurations: how a project is compiled and packaged. */
@NullMarked
package org.laassoa.server.configuration.buildconfiguration;

import org.jspecify.annotations.NullMarked;

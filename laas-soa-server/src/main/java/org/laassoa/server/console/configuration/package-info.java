/** The pages of what builds are configured with: what there is of each kind, and how it changes. */
@NullMarked
package org.laassoa.server.console.configuration;

import org.jspecify.annotations.NullMarked;

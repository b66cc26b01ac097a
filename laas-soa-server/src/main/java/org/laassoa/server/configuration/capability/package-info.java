/** Capability rules: which types of action agents may take, by the network they poll from. */
@NullMarked
package org.laassoa.server.configuration.capability;

import org.jspecify.annotations.NullMarked;

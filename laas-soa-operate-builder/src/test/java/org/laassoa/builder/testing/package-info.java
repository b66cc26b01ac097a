/** What tests of the agent share: a server, an executor and actions that do as they are told. */
@NullMarked
package org.laassoa.builder.testing;

import org.jspecify.annotations.NullMarked;

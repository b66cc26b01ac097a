/** Signing in: who makes a request, by what they show, and which role they have in it. */
@NullMarked
package org.laassoa.server.signin;

import org.jspecify.annotations.NullMarked;

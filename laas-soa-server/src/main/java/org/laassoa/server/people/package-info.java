/** The people who use the server: users, their roles and grants, their tokens and sessions. */
@NullMarked
package org.laassoa.server.people;

import org.jspecify.annotations.NullMarked;

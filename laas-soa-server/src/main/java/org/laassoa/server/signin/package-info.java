/** Who may use the API: users and their passwords. */
@NullMarked
package org.laassoa.server.signin;

import org.jspecify.annotations.NullMarked;

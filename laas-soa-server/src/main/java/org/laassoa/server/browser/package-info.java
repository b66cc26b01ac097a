/** What browsers are told and what is refused to them: headers, other origins, forged requests. */
@NullMarked
package org.laassoa.server.browser;

import org.jspecify.annotations.NullMarked;

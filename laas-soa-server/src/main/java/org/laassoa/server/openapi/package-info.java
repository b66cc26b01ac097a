/** What the OpenAPI document says about the API as a whole. */
@NullMarked
package org.laassoa.server.openapi;

import org.jspecify.annotations.NullMarked;

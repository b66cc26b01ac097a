/**
 * The rules for what people send: names, texts, paths, addresses, and values that are only written.
 */
@NullMarked
package org.laassoa.server.configuration.input;

import org.jspecify.annotations.NullMarked;

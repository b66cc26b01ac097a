package org.laassoa.server.console.configuration;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param name as in the request, with dots on the way into objects: {@code packaging.kind}
 * @param label what it is called
 * @param control how it is filled in
 * @param hint what to know before one fills it in, or null
 * @param required whether it must be filled in
 */
record Field(
    String name,
    Function<FieldWords, String> label,
    Control control,
    @Nullable Function<FieldWords, String> hint,
    boolean required) {

  static Field of(String name, Function<FieldWords, String> label, Control control) {
    return new Field(name, label, control, null, false);
  }

  Field hint(Function<FieldWords, String> words) {
    return new Field(name, label, control, words, required);
  }

  Field need() {
    return new Field(name, label, control, hint, true);
  }
}

package org.laassoa.server.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Follows references to schemas. */
final class References {
  private References() {}

  /** The schema itself, or the one of {@code schemas} that it refers to. */
  static Schema target(Schema schema, Map<String, Schema> schemas) {
    String ref = schema.getRef();
    if (ref == null) {
      return schema;
    }
    Schema target = schemas.get(ref.substring(ref.lastIndexOf('/') + 1));
    if (target == null) {
      throw new IllegalStateException("there is no schema " + ref);
    }
    return target;
  }
}

package org.laassoa.server.database;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Gives tests of other packages the JSON of columns. */
public final class TestJson {

  private TestJson() {}

  /** The JSON of columns, by that mapper. */
  public static Json of(ObjectMapper mapper) {
    return new Json(mapper);
  }
}

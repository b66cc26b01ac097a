package org.laassoa.server.openapi;

import org.jspecify.annotations.Nullable;

/**
 * A request that is not as the document says, or only just.
 *
 * @param what what is odd about it
 * @param method the HTTP method
 * @param path path and query, encoded
 * @param contentType the body's media type, or null without a body
 * @param body the body, or null
 */
record FuzzedRequest(
    String what, String method, String path, @Nullable String contentType, byte @Nullable [] body) {

  @Override
  public String toString() {
    return method + " " + (path.length() > 200 ? path.substring(0, 200) + "…" : path) + ": " + what;
  }
}

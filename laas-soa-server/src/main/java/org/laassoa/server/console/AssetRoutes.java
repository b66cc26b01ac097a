package org.laassoa.server.console;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Serves the files that go with pages, from memory; a browser keeps each version for good. */
@ApplicationScoped
class AssetRoutes {

  private static final int NOT_FOUND = 404;

  private final Assets assets;

  AssetRoutes(Assets assets) {
    this.assets = assets;
  }

  void register(@Observes Router router) {
    router.get(Assets.PATH + "*").handler(this::serve);
  }

  private void serve(RoutingContext call) {
    String path = call.normalizedPath();
    Asset asset = assets.find(path.substring(path.lastIndexOf('/') + 1)).orElse(null);
    if (asset == null) {
      call.fail(NOT_FOUND);
      return;
    }
    HttpServerResponse response = call.response();
    response
        .putHeader("Content-Type", asset.type())
        .putHeader("Vary", "Accept-Encoding")
        .putHeader(
            "Cache-Control",
            assets.isCurrent(path) ? "public, max-age=31536000, immutable" : "no-cache");
    String encodings = call.request().getHeader("Accept-Encoding");
    if (encodings != null && encodings.contains("gzip")) {
      response.putHeader("Content-Encoding", "gzip").end(Buffer.buffer(asset.packed()));
    } else {
      response.end(Buffer.buffer(asset.bytes()));
    }
  }
}

package org.laassoa.server.console.fleet;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laassoa.server.LaasConfig;

/** Where agents reach this server. */
@ApplicationScoped
public class ServerAddress {
  private final LaasConfig config;
  private final CurrentVertxRequest current;

  ServerAddress(LaasConfig config, CurrentVertxRequest current) {
    this.config = config;
    this.current = current;
  }

  /** As the server's settings say, if they do. */
  public Optional<String> configured() {
    return config.publicUrl().map(url -> url.replaceFirst("/+$", ""));
  }

  /** As configured, else as the page was asked for. */
  public String forAgents() {
    return configured().orElseGet(this::asAskedFor);
  }

  private String asAskedFor() {
    HttpServerRequest request = current.getCurrent().request();
    return request.scheme() + "://" + request.authority();
  }
}

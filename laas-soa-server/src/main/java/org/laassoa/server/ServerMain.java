package org.laassoa.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.laassoa.server.database.EmbeddedDatabase;

/** Starts the server; with no database configured, starts one first. */
@QuarkusMain
public final class ServerMain {

  private ServerMain() {}

  /** Runs until the process is told to stop. */
  public static void main(String... arguments) {
    // Before anything logs: the framework sets it too late for what runs before it.
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    var config = ConfigProvider.getConfig();
    if (arguments.length > 0 && arguments[0].equals(RotateSecretKeyCommand.NAME)) {
      System.exit(RotateSecretKeyCommand.run(config, List.of(arguments)));
    }
    if (config.getOptionalValue("laas.database.url", String.class).isEmpty()) {
      try {
        EmbeddedDatabase.start(home(config)).configureDatasource();
      } catch (EmbeddedDatabase.UnavailableException e) {
        System.err.println("laas-soa: " + e.getMessage());
        System.exit(1);
      }
    }
    config
        .getOptionalValue("laas.trusted-proxies", String.class)
        .filter(proxies -> !proxies.isBlank())
        .ifPresent(ServerMain::trust);
    Quarkus.run(arguments);
  }

  /** The server's home. */
  static Path home(Config config) {
    return config
        .getOptionalValue("laas.home", Path.class)
        .orElse(Path.of(System.getProperty("user.home"), ".laas-soa"));
  }

  /**
   * Takes the callers' addresses from the header {@code X-Forwarded-For} of these proxies, and of
   * nobody else: what agents may take depends on them.
   */
  private static void trust(String proxies) {
    System.setProperty("quarkus.http.proxy.proxy-address-forwarding", "true");
    System.setProperty("quarkus.http.proxy.allow-x-forwarded", "true");
    System.setProperty("quarkus.http.proxy.trusted-proxies", proxies);
  }
}

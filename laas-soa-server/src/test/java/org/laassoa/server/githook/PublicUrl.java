package org.laassoa.server.githook;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The server knows its own address. */
public class PublicUrl implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of("laas.public-url", "http://build.test/");
  }

  @Override
  public void stop() {}
}

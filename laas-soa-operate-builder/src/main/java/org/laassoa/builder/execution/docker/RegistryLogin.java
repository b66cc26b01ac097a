package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.Registry;

/** A registry's login in the form that the API takes. */
final class RegistryLogin {

  private RegistryLogin() {}

  /** The login for one pull or push; without user name when the registry has none. */
  static AuthConfig of(@Nullable Registry registry) {
    AuthConfig login = new AuthConfig();
    if (registry == null) {
      return login;
    }
    login.withRegistryAddress(registry.address());
    return registry.username() == null || registry.password() == null
        ? login
        : login.withUsername(registry.username()).withPassword(registry.password());
  }

  /** The logins for a build, which may pull several images. */
  static AuthConfigurations forBuild(@Nullable Registry registry) {
    AuthConfigurations logins = new AuthConfigurations();
    if (registry != null) {
      logins.addConfig(of(registry));
    }
    return logins;
  }
}

package org.laassoa.server.configuration.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Optional;

/** Finds how registries are reached. */
@ApplicationScoped
class RegistryAccess {
  private final ImageRegistryRepository repository;
  private final ImageRegistries registries;

  RegistryAccess(ImageRegistryRepository repository, ImageRegistries registries) {
    this.repository = repository;
    this.registries = registries;
  }

  /** How the registry of that name is reached. */
  @Transactional
  Optional<RegistryCheck.Access> of(String name) {
    return repository.findByName(name).map(this::of);
  }

  private RegistryCheck.Access of(ImageRegistry registry) {
    return new RegistryCheck.Access(
        URI.create((registry.isTls() ? "https://" : "http://") + registry.host() + "/v2/"),
        registry.getUsername(),
        registries.password(registry).orElse(null),
        registry.isInsecure());
  }
}

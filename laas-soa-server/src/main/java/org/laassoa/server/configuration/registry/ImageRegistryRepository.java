package org.laassoa.server.configuration.registry;

import jakarta.enterprise.context.ApplicationScoped;
import org.laassoa.server.configuration.EntryRepository;

/** The stored image registries. */
@ApplicationScoped
public class ImageRegistryRepository implements EntryRepository<ImageRegistry> {}

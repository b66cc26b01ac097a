package org.laassoa.server.configuration.buildconfiguration;

import jakarta.enterprise.context.ApplicationScoped;
import org.laassoa.server.configuration.EntryRepository;

/** The stored build configurations. */
@ApplicationScoped
public class BuildConfigurationRepository implements EntryRepository<BuildConfiguration> {}

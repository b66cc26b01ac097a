package org.laassoa.server.configuration.environment;

import jakarta.enterprise.context.ApplicationScoped;
import org.laassoa.server.configuration.EntryRepository;

/** The stored build environments. */
@ApplicationScoped
public class BuildEnvironmentRepository implements EntryRepository<BuildEnvironment> {}

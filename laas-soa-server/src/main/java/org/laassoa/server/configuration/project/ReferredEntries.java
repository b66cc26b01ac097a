package org.laassoa.server.configuration.project;

import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.buildconfiguration.BuildConfiguration;
import org.laassoa.server.configuration.gitserver.GitServer;
import org.laassoa.server.configuration.registry.ImageRegistry;

/**
 * What a project refers to by name.
 *
 * @param gitServer where its source is, or null
 * @param buildConfiguration how it is built
 * @param imageRegistry where its images are pushed to, or null
 */
record ReferredEntries(
    @Nullable GitServer gitServer,
    BuildConfiguration buildConfiguration,
    @Nullable ImageRegistry imageRegistry) {}

package org.laassoa.server.configuration.buildconfiguration;

import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.environment.BuildEnvironment;
import org.laassoa.server.configuration.parentimage.ParentImage;

/**
 * What a build configuration refers to by name.
 *
 * @param buildEnvironment where the compile script runs
 * @param packagingEnvironment where the package script runs, or null
 * @param parentImage the image of our own that it builds on, or null
 */
record ReferredEntries(
    BuildEnvironment buildEnvironment,
    @Nullable BuildEnvironment packagingEnvironment,
    @Nullable ParentImage parentImage) {}

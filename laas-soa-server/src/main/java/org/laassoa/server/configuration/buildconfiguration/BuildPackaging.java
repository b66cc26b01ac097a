package org.laassoa.server.configuration.buildconfiguration;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.configuration.script.PackagingMethod;

/**
 * How the image of a project is made, if one is.
 *
 * @param kind none, dockerfile or script; missing means none
 * @param file the package script, which is one of the files; or the Dockerfile, which is one of
 *     them or a path in the source; missing with none
 * @param context the Dockerfile's context; missing means source
 * @param buildEnvironment where the package script runs; missing means where the compile script
 *     does
 */
@JsonNaming(SnakeCaseStrategy.class)
public record BuildPackaging(
    @Schema(enumeration = {"none", "dockerfile", "script"}) PackagingMethod kind,
    @Nullable String file,
    @Schema(enumeration = {"source", "target"}) PackagingContext context,
    @EntryName @Nullable String buildEnvironment) {

  /** No image: the build ends with the compile script. */
  static final BuildPackaging NONE =
      new BuildPackaging(PackagingMethod.NONE, null, PackagingContext.SOURCE, null);

  /** Fills in what may be missing. */
  public BuildPackaging {
    kind = Objects.requireNonNullElse(kind, PackagingMethod.NONE);
    context = Objects.requireNonNullElse(context, PackagingContext.SOURCE);
  }
}

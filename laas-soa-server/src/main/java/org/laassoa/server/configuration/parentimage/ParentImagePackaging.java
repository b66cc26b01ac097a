package org.laassoa.server.configuration.parentimage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.laassoa.server.configuration.script.PackagingMethod;

/**
 * How a parent image is made.
 *
 * @param kind dockerfile or script; missing means dockerfile
 * @param file which of the files it is; missing means Dockerfile
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ParentImagePackaging(
    @Schema(enumeration = {"dockerfile", "script"}) PackagingMethod kind, String file) {

  /** From the file Dockerfile. */
  static final ParentImagePackaging DOCKERFILE =
      new ParentImagePackaging(PackagingMethod.DOCKERFILE, "Dockerfile");

  /** Fills in what may be missing. */
  public ParentImagePackaging {
    kind = Objects.requireNonNullElse(kind, PackagingMethod.DOCKERFILE);
    file = Objects.requireNonNullElse(file, "Dockerfile");
  }
}

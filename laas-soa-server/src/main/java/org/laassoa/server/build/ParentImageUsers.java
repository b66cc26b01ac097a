package org.laassoa.server.build;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who builds on a parent image.
 *
 * @param buildConfigurations the build configurations that name it, by name
 */
@Schema(name = "ParentImageUsers")
@JsonNaming(SnakeCaseStrategy.class)
public record ParentImageUsers(List<User> buildConfigurations) {

  static final String EXAMPLE =
      """
      {"build_configurations": [{"name": "java", "projects": ["billing", "shop"]}]}
      """;

  /**
   * A build configuration that names it.
   *
   * @param name its name
   * @param projects the projects that are built with it, by name
   */
  @Schema(name = "ParentImageUser")
  public record User(String name, List<String> projects) {}
}

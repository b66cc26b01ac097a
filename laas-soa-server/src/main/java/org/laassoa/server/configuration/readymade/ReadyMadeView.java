package org.laassoa.server.configuration.readymade;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A build configuration that comes with the server.
 *
 * @param name its name
 * @param description what it is for
 * @param projectType the type of project it is for
 * @param buildEnvironment the build environment that is added with it
 * @param image that environment's base image
 * @param script what compiles and tests
 * @param added whether there is a build configuration of that name
 */
@Schema(name = "ReadyMade", examples = ReadyMadeView.EXAMPLE)
@JsonNaming(SnakeCaseStrategy.class)
public record ReadyMadeView(
    String name,
    String description,
    @Schema(enumeration = {"java", "php", "nodejs", "python", "other"}) String projectType,
    String buildEnvironment,
    String image,
    String script,
    boolean added) {

  static final String EXAMPLE =
      """
      {
        "name": "nodejs",
        "description": "Node.js: build and test",
        "project_type": "nodejs",
        "build_environment": "nodejs",
        "image": "node:24",
        "script": "#!/bin/sh\\nset -eu\\nnpm ci\\n",
        "added": true
      }
      """;

  static ReadyMadeView of(ReadyMade readyMade, boolean added) {
    return new ReadyMadeView(
        readyMade.name(),
        readyMade.description(),
        readyMade.recipe().projectType(),
        readyMade.language(),
        readyMade.recipe().environment().path("image").asText(),
        readyMade.script(),
        added);
  }
}

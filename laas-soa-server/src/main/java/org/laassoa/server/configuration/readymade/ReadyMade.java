package org.laassoa.server.configuration.readymade;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A build configuration that comes with the server.
 *
 * @param name its name
 * @param language the language, which is also the name of its build environment
 * @param recipe what the language needs
 * @param script what compiles and tests
 * @param image whether an image is made, from the Dockerfile of the source
 */
record ReadyMade(String name, String language, Recipe recipe, String script, boolean image) {
  private static final String COMPILE = "compile.sh";

  /** What it is for, in a few words. */
  String description() {
    return recipe.description()
        + (image ? ", then an image from the source's Dockerfile" : ": build and test");
  }

  /** The build configuration as a request. */
  ObjectNode request() {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("description", description());
    request.put("build_environment", language);
    request.put("compile_script", COMPILE);
    request.putObject("files").put(COMPILE, script);
    if (image) {
      request.putObject("packaging").put("kind", "dockerfile").put("file", "Dockerfile");
    }
    return request;
  }
}

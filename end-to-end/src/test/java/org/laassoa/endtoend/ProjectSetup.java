package org.laassoa.endtoend;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A project with its own environment and build configuration, all three of the same name. */
public final class ProjectSetup {

  private final World world;
  private final String name;
  private final Map<String, Object> environment = new HashMap<>();
  private final Map<String, Object> configuration = new HashMap<>();
  private final Map<String, Object> project = new HashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, String> buildArguments = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> homeFiles = new HashMap<>();

  ProjectSetup(World world, String name) {
    this.world = world;
    this.name = name;
    environment.put("image", "laas-test/busybox:1");
    environment.put("pull_policy", "if_missing");
    configuration.put("build_environment", name);
    configuration.put("compile_may_repeat", true);
    configuration.put("packaging", Map.of("kind", "none"));
    project.put("project_type", "other");
    project.put("repository", name + ".git");
    project.put("build_configuration", name);
    project.put("timeout_seconds", 600);
  }

  /** The image that scripts run in. */
  public ProjectSetup image(String image) {
    environment.put("image", image);
    return this;
  }

  /** Any field of the environment. */
  public ProjectSetup environment(String field, Object value) {
    environment.put(field, value);
    return this;
  }

  /** Any field of the build configuration. */
  public ProjectSetup configuration(String field, Object value) {
    configuration.put(field, value);
    return this;
  }

  /** Any field of the project. */
  public ProjectSetup with(String field, Object value) {
    project.put(field, value);
    return this;
  }

  /** The compile script's content. */
  public ProjectSetup compile(String script) {
    configuration.put("compile_script", "compile.sh");
    return file("compile.sh", script);
  }

  /** A file of the build configuration. */
  public ProjectSetup file(String file, String content) {
    files.put(file, content);
    return this;
  }

  /** The image is made from that Dockerfile, with the source as its context. */
  public ProjectSetup dockerfile(String file) {
    configuration.put("packaging", Map.of("kind", "dockerfile", "file", file, "context", "source"));
    return this;
  }

  public ProjectSetup buildArgument(String argument, String value) {
    buildArguments.put(argument, value);
    return this;
  }

  public ProjectSetup variable(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  public ProjectSetup homeFile(String path, String content) {
    homeFiles.put(path, content);
    return this;
  }

  /**
   * Stores it, over what was stored under the name before.
   *
   * @return the project's name
   */
  public String save() throws InterruptedException {
    configuration.put("files", files);
    configuration.put("build_args", buildArguments);
    configuration.put("variables", variables);
    configuration.put("home_files", homeFiles);
    world.api().put("/api/build-environments/" + name, environment);
    world.api().put("/api/build-configurations/" + name, configuration);
    world.api().put("/api/projects/" + name, project);
    return name;
  }
}

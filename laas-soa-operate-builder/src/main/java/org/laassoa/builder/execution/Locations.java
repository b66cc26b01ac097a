package org.laassoa.builder.execution;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The paths of a build as its scripts see them: inside a container, or on the host.
 *
 * @param source the checked-out source, where scripts start
 * @param build the scripts
 * @param target for what a build makes
 * @param dependencyLib the shared caches
 * @param home the home directory
 */
public record Locations(
    String source, String build, String target, String dependencyLib, String home) {

  /**
   * The environment variables that tell a script where things are, and that send the caches of the
   * usual tools to {@link #dependencyLib}, so that scripts need not be written for it.
   */
  public Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("HOME", home);
    variables.put("LAAS_SOURCE", source);
    variables.put("LAAS_BUILD", build);
    variables.put("LAAS_TARGET", target);
    variables.put("LAAS_DEPENDENCY_LIB", dependencyLib);
    variables.put("CI_PROJECT_DIR", source);
    // Maven takes the home directory from the password file, not from HOME.
    variables.put(
        "MAVEN_OPTS", "-Duser.home=" + home + " -Dmaven.repo.local=" + dependencyLib + "/maven");
    variables.put("GRADLE_USER_HOME", dependencyLib + "/gradle");
    variables.put("npm_config_cache", dependencyLib + "/npm");
    variables.put("YARN_CACHE_FOLDER", dependencyLib + "/yarn");
    variables.put("PIP_CACHE_DIR", dependencyLib + "/pip");
    variables.put("COMPOSER_CACHE_DIR", dependencyLib + "/composer");
    return variables;
  }
}

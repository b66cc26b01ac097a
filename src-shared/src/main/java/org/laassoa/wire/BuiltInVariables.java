package org.laassoa.wire;

import java.util.List;

/**
 * The environment variables that an agent sets by itself. Those that say which build this is, all
 * {@code LAAS_*} and most {@code CI_*}, win over configured ones; configured ones win over the
 * rest.
 */
public final class BuiltInVariables {

  /** Their names. Which of them a script has depends on the build and on its step. */
  public static final List<String> NAMES =
      List.of(
          "CI",
          "CI_BUILD_ID",
          "CI_BUILD_REF",
          "CI_BUILD_REF_NAME",
          "CI_COMMIT_BRANCH",
          "CI_COMMIT_REF_NAME",
          "CI_COMMIT_REF_SLUG",
          "CI_COMMIT_SHA",
          "CI_COMMIT_SHORT_SHA",
          "CI_COMMIT_TAG",
          "CI_JOB_ID",
          "CI_JOB_NAME",
          "CI_JOB_STAGE",
          "CI_PIPELINE_ID",
          "CI_PROJECT_DIR",
          "CI_PROJECT_NAME",
          "CI_PROJECT_PATH",
          "CI_REGISTRY",
          "CI_REGISTRY_PASSWORD",
          "CI_REGISTRY_USER",
          "CI_REPOSITORY_URL",
          "COMPOSER_CACHE_DIR",
          "DOCKER_HOST",
          "GITLAB_CI",
          "GRADLE_USER_HOME",
          "HOME",
          "IMAGE_PROJECT_TAG",
          "JOB_NAME",
          "LAAS_ATTEMPT",
          "LAAS_BUILD",
          "LAAS_BUILD_ID",
          "LAAS_COMMIT",
          "LAAS_DEPENDENCY_LIB",
          "LAAS_GIT_URL",
          "LAAS_IMAGE",
          "LAAS_PROJECT",
          "LAAS_PROJECT_TYPE",
          "LAAS_REF",
          "LAAS_REF_TYPE",
          "LAAS_REGISTRY",
          "LAAS_SOURCE",
          "LAAS_STEP",
          "LAAS_TARGET",
          "MAVEN_OPTS",
          "PIP_CACHE_DIR",
          "YARN_CACHE_FOLDER",
          "npm_config_cache");

  private BuiltInVariables() {}
}

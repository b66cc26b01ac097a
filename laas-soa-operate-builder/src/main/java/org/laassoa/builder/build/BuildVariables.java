package org.laassoa.builder.build;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.Packaging;
import org.laassoa.wire.Registry;
import org.laassoa.wire.Source;
import org.laassoa.wire.StepName;

/**
 * The environment variables that tell a script what is built: our own {@code LAAS_*}, and those of
 * GitLab and Jenkins, so that scripts written for them run as they are.
 *
 * <p>Names and rules of {@code CI_*} are GitLab's, <a
 * href="https://docs.gitlab.com/ci/variables/predefined_variables">predefined variables</a>. What a
 * user sets wins, except over what identifies the build.
 *
 * @param action what is built
 * @param attempt the attempt, from 1
 * @param step the step the script runs in
 * @param commit the commit that is checked out, or null when there is no source
 */
record BuildVariables(BuildData action, int attempt, StepName step, @Nullable String commit) {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
  private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern ALLOWED_SEPARATOR = Pattern.compile("\\.|_{1,2}|-+");

  /** GitLab cuts a slug to what a host name's label may have. */
  private static final int SLUG_LENGTH = 63;

  private static final int SHORT_SHA_LENGTH = 8;

  /** For a script that has no access to anything but its workspace. */
  Map<String, String> forScript() {
    Map<String, String> variables = defaults();
    variables.putAll(action.variables());
    variables.putAll(identity());
    return variables;
  }

  /** For a trusted package script: the registry's password too. */
  Map<String, String> forTrustedScript() {
    Map<String, String> variables = new LinkedHashMap<>();
    Registry registry = action.registry();
    if (registry != null) {
      putIfThere(variables, "CI_REGISTRY_PASSWORD", registry.password());
    }
    variables.putAll(forScript());
    return variables;
  }

  /** Replaces each {@code ${NAME}} of a known name in the values; others stay as they are. */
  static Map<String, String> substitute(Map<String, String> values, Map<String, String> known) {
    Map<String, String> substituted = new LinkedHashMap<>();
    values.forEach(
        (name, value) ->
            substituted.put(
                name,
                REFERENCE
                    .matcher(value)
                    .replaceAll(
                        found ->
                            Matcher.quoteReplacement(
                                known.getOrDefault(found.group(1), found.group())))));
    return substituted;
  }

  /** What a user's own variables may replace. */
  private Map<String, String> defaults() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("CI", "true");
    variables.put("GITLAB_CI", "true");
    variables.put("CI_JOB_NAME", step.wireName());
    variables.put("CI_JOB_STAGE", step.wireName());
    variables.put("JOB_NAME", action.project());
    variables.put("IMAGE_PROJECT_TAG", imageProjectTag());
    Registry registry = action.registry();
    if (registry != null) {
      variables.put("CI_REGISTRY", registry.address());
      putIfThere(variables, "CI_REGISTRY_USER", registry.username());
    }
    return variables;
  }

  /** What says which build this is: nobody else may. */
  private Map<String, String> identity() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("LAAS_BUILD_ID", action.actionId());
    variables.put("LAAS_ATTEMPT", Integer.toString(attempt));
    variables.put("LAAS_PROJECT", action.project());
    variables.put("LAAS_PROJECT_TYPE", action.projectType());
    variables.put("LAAS_STEP", step.wireName());
    Packaging packaging = action.packaging();
    if (packaging != null) {
      variables.put("LAAS_IMAGE", packaging.image() + ":" + packaging.tag());
    }
    Registry registry = action.registry();
    if (registry != null) {
      variables.put("LAAS_REGISTRY", registry.address());
    }
    for (String name : new String[] {"CI_BUILD_ID", "CI_JOB_ID", "CI_PIPELINE_ID"}) {
      variables.put(name, action.actionId());
    }
    variables.put("CI_PROJECT_NAME", action.project());
    Source source = action.source();
    variables.put(
        "CI_PROJECT_PATH",
        source == null ? action.project() : source.repository().replaceFirst("\\.git$", ""));
    if (source != null) {
      variables.putAll(ofSource(source));
    }
    return variables;
  }

  private Map<String, String> ofSource(Source source) {
    Map<String, String> variables = new LinkedHashMap<>();
    String type = action.type() == null ? "branch" : action.type();
    variables.put("LAAS_REF_TYPE", type);
    variables.put("LAAS_REF", source.ref());
    variables.put("LAAS_GIT_URL", source.url());
    variables.put("CI_REPOSITORY_URL", source.url());
    variables.put("CI_COMMIT_REF_NAME", source.ref());
    variables.put("CI_BUILD_REF_NAME", source.ref());
    variables.put("CI_COMMIT_REF_SLUG", slug(source.ref()));
    variables.put("tag".equals(type) ? "CI_COMMIT_TAG" : "CI_COMMIT_BRANCH", source.ref());
    if (commit != null) {
      variables.put("LAAS_COMMIT", commit);
      variables.put("CI_COMMIT_SHA", commit);
      variables.put("CI_BUILD_REF", commit);
      variables.put(
          "CI_COMMIT_SHORT_SHA", commit.substring(0, Math.min(SHORT_SHA_LENGTH, commit.length())));
    }
    return variables;
  }

  /** {@code <project>-<ref>} as a part of an image's name may be written. */
  private String imageProjectTag() {
    Source source = action.source();
    String name = source == null ? action.project() : action.project() + "-" + source.ref();
    String lower = name.toLowerCase(Locale.ROOT);
    String separated =
        SEPARATORS
            .matcher(lower)
            .replaceAll(
                found -> ALLOWED_SEPARATOR.matcher(found.group()).matches() ? found.group() : "-");
    return separated.replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
  }

  /** GitLab's: lower case, all but letters and digits to dashes, cut, no dash at either end. */
  static String slug(String ref) {
    String dashed = ref.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    return dashed.substring(0, Math.min(SLUG_LENGTH, dashed.length())).replaceAll("^-+|-+$", "");
  }

  private static void putIfThere(
      Map<String, String> variables, String name, @Nullable String value) {
    if (value != null) {
      variables.put(name, value);
    }
  }
}

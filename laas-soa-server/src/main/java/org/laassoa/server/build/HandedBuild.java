package org.laassoa.server.build;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.secret.BuildSecretValues;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.Packaging;

/**
 * What a plan becomes when it is handed out, and in a preview: the number of the action, the
 * image's tag, parameters and secrets are put in.
 *
 * @param type the action's type
 * @param actionId the action
 * @param tag the image's tag
 * @param parameters environment variables, which win over configured ones
 * @param secrets what scripts get; they win over all else
 */
record HandedBuild(
    String type,
    String actionId,
    String tag,
    Map<String, String> parameters,
    BuildSecretValues secrets) {

  /** What the agent is told. */
  BuildData of(BuildData planned) {
    return new BuildData(
        type,
        actionId,
        planned.actionDataId(),
        planned.project(),
        planned.projectType(),
        planned.type(),
        planned.buildConfig(),
        planned.buildConfigFileId(),
        planned.buildConfigFileVersionList(),
        planned.source(),
        planned.environment(),
        planned.compileScript(),
        tagged(planned.packaging()),
        planned.registry(),
        planned.limits(),
        variables(planned.variables()),
        planned.homeFiles(),
        secrets.toMask(),
        planned.unrepeatableSteps(),
        secrets.files().isEmpty() ? null : secrets.files());
  }

  private Map<String, String> variables(Map<String, String> planned) {
    Map<String, String> variables = new LinkedHashMap<>(planned);
    variables.putAll(parameters);
    variables.keySet().removeAll(secrets.files().keySet());
    variables.putAll(secrets.variables());
    return variables;
  }

  private @Nullable Packaging tagged(@Nullable Packaging planned) {
    return planned == null
        ? null
        : new Packaging(
            planned.kind(),
            planned.file(),
            planned.context(),
            planned.image(),
            tag,
            planned.buildArgs(),
            planned.environment());
  }

  /** Without parameters and secrets. */
  @Override
  public String toString() {
    return "HandedBuild[" + type + " " + actionId + "]";
  }
}

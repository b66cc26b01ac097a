package org.laassoa.server.console.configuration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the preview of a build. */
@MessageBundle("preview")
public interface PreviewWords {
  @Message("What a build would do, without enqueuing it. Secrets are masked.")
  String preview_about();

  @Message("Project")
  String preview_project();

  @Message("Branch or tag")
  String preview_ref();

  @Message("Kind")
  String preview_type();

  @Message("Branch")
  String preview_branch();

  @Message("Tag")
  String preview_tag();

  @Message("Show")
  String preview_show();

  @Message("No project uses it yet. A preview needs one.")
  String preview_none();

  @Message("Steps")
  String preview_steps();

  @Message("Variables")
  String preview_variables();

  @Message("Set by")
  String preview_from();

  @Message(
      "{#switch from}{#case 'configuration'}Build configuration{#case 'project'}Project{#case 'parameter'}Parameter{#case 'secret'}Secret{#else}{from}{/switch}")
  String preview_origin(String from);

  @Message("Besides, the agent sets:")
  String preview_built_in();

  @Message("Source")
  String preview_source();

  @Message("Environment")
  String preview_environment();

  @Message("Image")
  String preview_image();

  @Message("Pushed to")
  String preview_pushed();

  @Message("Labels an agent must have")
  String preview_labels();

  @Message("There is no such build to show:")
  String preview_failed();

  @Message("Dockerfile")
  String preview_dockerfile();

  @Message(
      "{#switch step}{#case 'checkout'}Check out{#case 'scripts'}Fetch scripts{#case 'image'}Prepare the environment{#case 'compile'}Compile{#case 'package'}Make the image{#case 'push'}Push{#else}{step}{/switch}")
  String step_of(String step);
}

package org.laassoa.server.console.configuration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for the kinds of configuration. */
@MessageBundle("kinds")
public interface KindWords {
  @Message("Git servers")
  String git_servers();

  @Message("Add a git server")
  String new_git_server();

  @Message("Where sources come from: GitLab, Gitea, GitHub or any other.")
  String git_servers_about();

  @Message("Image registries")
  String registries();

  @Message("Add an image registry")
  String new_registry();

  @Message("Where images are pushed to and pulled from.")
  String registries_about();

  @Message("Build environments")
  String environments();

  @Message("Add a build environment")
  String new_environment();

  @Message("The images that scripts run in, with their tools and limits.")
  String environments_about();

  @Message("Parent images")
  String parent_images();

  @Message("Add a parent image")
  String new_parent_image();

  @Message("Images made here, for others to build on.")
  String parent_images_about();

  @Message("Build configurations")
  String build_configurations();

  @Message("Add a build configuration")
  String new_build_configuration();

  @Message("What builds do: environment, scripts, image.")
  String build_configurations_about();

  @Message("Webhooks")
  String webhooks();

  @Message("Add a webhook")
  String new_webhook();

  @Message("Who is told when a build begins or ends.")
  String webhooks_about();

  @Message("Shared secrets")
  String secrets();

  @Message("Add a shared secret")
  String new_secret();

  @Message("What the builds of several projects need and nobody is to see.")
  String secrets_about();

  @Message("Capability rules")
  String capability_rules();

  @Message("Add a capability rule")
  String new_capability_rule();

  @Message("Which agents may take which actions, by their network.")
  String capability_rules_about();
}

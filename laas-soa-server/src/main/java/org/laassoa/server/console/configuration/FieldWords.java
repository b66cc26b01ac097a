package org.laassoa.server.console.configuration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the fields of forms are called, and what is good to know of them. */
@MessageBundle("fields")
public interface FieldWords {
  @Message("Name")
  String name();

  @Message("Letters, digits, '.', '_' and '-'. It cannot be changed later.")
  String name_hint();

  @Message(
      "The environment variable that scripts read, such as NPM_TOKEN. It cannot be changed later.")
  String variable_name_hint();

  @Message("Description")
  String description();

  @Message("What runs there")
  String git_kind();

  @Message("With GitLab, Gitea and GitHub the server can list repositories and report results.")
  String git_kind_hint();

  @Message("Address")
  String git_address();

  @Message(
      "Scheme and host, such as https://git.example.com, perhaps with a path below which the repositories are.")
  String git_address_hint();

  @Message("Port")
  String port();

  @Message("Empty for the usual one.")
  String port_hint();

  @Message("User name")
  String username();

  @Message("Password or token")
  String password();

  @Message("Token for its API")
  String api_token();

  @Message("Empty where the password serves for that too.")
  String api_token_hint();

  @Message("Projects that name no git server use this one")
  String is_default();

  @Message("Take any TLS certificate")
  String insecure();

  @Message("Only for a test in your own network: whoever is in between could read along.")
  String insecure_hint();

  @Message("Address")
  String registry_address();

  @Message(
      "Host without scheme, such as registry.example.com, perhaps with a path that stands before each image's name.")
  String registry_address_hint();

  @Message("Reached by https")
  String tls();

  @Message("Container engines have a setting of their own for registries without it.")
  String tls_hint();

  @Message("Base image")
  String image();

  @Message("Such as maven:3.9-eclipse-temurin-25. Scripts run in an image that is made from it.")
  String image_hint();

  @Message("Registry to sign in to for it")
  String base_registry();

  @Message("Recipe")
  String recipe();

  @Message(
      "Dockerfile lines after FROM, such as RUN apt-get install -y make. Empty to use the image as it is.")
  String recipe_hint();

  @Message("The base image is pulled")
  String pull_policy();

  @Message("Network of scripts")
  String network_mode();

  @Message("Memory of a script")
  String memory();

  @Message("Empty for no limit.")
  String no_limit_hint();

  @Message("Processors of a script")
  String cpus();

  @Message("Processes of a script")
  String pids();

  @Message("What is in it")
  String tools();

  @Message("A line each, such as maven 3.9: for people who choose.")
  String tools_hint();

  @Message("Build environment")
  String build_environment();

  @Message("Where the compile script runs.")
  String build_environment_hint();

  @Message("Scripts and Dockerfiles")
  String files();

  @Message("Compile script")
  String compile_script();

  @Message("The file that compiles and tests.")
  String compile_script_hint();

  @Message("The file that runs before the image is made, if there is something to do.")
  String compile_script_first_hint();

  @Message("The compile script may run twice")
  String compile_may_repeat();

  @Message("Off where that does harm, such as a deploy: then a lost agent fails the build.")
  String compile_may_repeat_hint();

  @Message("Image")
  String packaging_kind();

  @Message("Dockerfile or package script")
  String packaging_file();

  @Message("One of the files above, or a Dockerfile's path in the source.")
  String packaging_file_hint();

  @Message("One of the files above.")
  String own_packaging_file_hint();

  @Message("COPY reads from")
  String packaging_context();

  @Message("Environment of the package script")
  String packaging_environment();

  @Message("Empty for the build environment.")
  String packaging_environment_hint();

  @Message("Build arguments")
  String build_args();

  @Message("For the Dockerfile's ARG.")
  String build_args_hint();

  @Message("Parent image")
  String parent_image();

  @Message("An image of your own that it builds on.")
  String parent_image_hint();

  @Message("Variables")
  String variables();

  @Message("Environment variables of scripts. Those of the project and of the build win.")
  String variables_hint();

  @Message("Files for the home directory")
  String home_files();

  @Message("Such as .m2/settings.xml with a login. They are kept encrypted and never shown.")
  String home_files_hint();

  @Message("Pushed to")
  String image_registry();

  @Message("Time limit")
  String timeout();

  @Message("Address")
  String webhook_url();

  @Message("Called with a POST, signed as Standard Webhooks says.")
  String webhook_url_hint();

  @Message("Signing secret")
  String webhook_secret();

  @Message("whsec_ and the base64 of 24 to 64 random bytes.")
  String webhook_secret_hint();

  @Message("Builds that are")
  String events();

  @Message("Projects")
  String webhook_projects();

  @Message("Switched on")
  String webhook_enabled();

  @Message("Scripts get")
  String secret_kind();

  @Message("Value")
  String secret_value();

  @Message("At least 4 characters. It is masked in logs and never shown again.")
  String secret_value_hint();

  @Message("Builds of")
  String secret_projects();

  @Message("Builds of parent images get it too")
  String parent_images();

  @Message("Network")
  String rule_network();

  @Message("An IP address, or a network such as 10.1.0.0/16 or fd00::/8.")
  String rule_network_hint();

  @Message("Agents there may take")
  String rule_actions();

  @Message(
      "{#switch kind}{#case 'generic'}Any git server{#case 'gitlab'}GitLab{#case 'gitea'}Gitea or Forgejo{#case 'github'}GitHub{#else}{kind}{/switch}")
  String git_kind_of(String kind);

  @Message(
      "{#switch policy}{#case 'if_missing'}when it is missing{#case 'always'}before each build{#case 'never'}never{#else}{policy}{/switch}")
  String pull_policy_of(String policy);

  @Message(
      "{#switch network}{#case 'bridge'}a way out (bridge){#case 'host'}the host's{#case 'none'}none{#else}{network}{/switch}")
  String network_of(String network);

  @Message(
      "{#switch kind}{#case 'none'}none: the build ends with the compile script{#case 'dockerfile'}from a Dockerfile{#case 'script'}by a script that is given the engine{#else}{kind}{/switch}")
  String packaging_of(String kind);

  @Message(
      "{#switch context}{#case 'source'}the source{#case 'target'}what the compile script made{#else}{context}{/switch}")
  String context_of(String context);

  @Message(
      "{#switch kind}{#case 'env'}the value in the variable{#case 'file'}the path of a file with the value{#else}{kind}{/switch}")
  String secret_kind_of(String kind);

  @Message(
      "{#switch event}{#case 'queued'}waiting{#case 'running'}running{#case 'succeeded'}succeeded{#case 'failed'}failed{#case 'cancelled'}cancelled{#else}{event}{/switch}")
  String event_of(String event);

  @Message(
      "{#switch action}{#case 'build'}builds{#case 'build_parent_image'}builds of parent images{#case 'clean'}emptying their caches{#case 'diagnose'}looking at themselves{#else}{action}{/switch}")
  String action_of(String action);
}

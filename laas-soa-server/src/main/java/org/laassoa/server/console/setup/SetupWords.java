package org.laassoa.server.console.setup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the first set-up. */
@MessageBundle("setup")
public interface SetupWords {

  @Message("First set-up")
  String title();

  @Message(
      "From nothing to the first build that succeeds. Leave it whenever you like: it"
          + " goes on where you are.")
  String intro();

  @Message("Steps")
  String steps();

  @Message(
      "{#switch step}{#case 'agent'}An agent{#case 'registry'}An image"
          + " registry{#case 'git'}A git server{#case 'configuration'}How it is"
          + " built{#case 'project'}A project{#case 'build'}The first"
          + " build{#else}{step}{/switch}")
  String step_named(String step);

  @Message(
      "{#switch state}{#case 'done'}Done{#case 'skipped'}Left out{#case 'open'}To"
          + " do{#else}{state}{/switch}")
  String step_state(String state);

  @Message("Continue")
  String go_on();

  @Message(
      "Agents do the builds. One is enough to begin with, also on the machine that"
          + " the server runs on.")
  String agent_intro();

  @Message("No agent is online yet. As soon as one is, this page says so.")
  String no_agent_yet();

  @Message("Online:")
  String agent_online();

  @Message("Ways")
  String ways();

  @Message("By a command")
  String by_hand();

  @Message("By SSH on another machine")
  String by_ssh();

  @Message(
      "The server shows that machine’s host key for you to confirm, then signs in there and installs"
          + " the agent. It shows how far it is; come back here when the agent is online.")
  String by_ssh_hint();

  @Message(
      "Images that builds make are pushed to a registry. Without one, builds can"
          + " compile and test only.")
  String registry_intro();

  @Message("Go on without a registry")
  String no_registry();

  @Message("Add a registry")
  String add_registry();

  @Message("Add another one")
  String add_another();

  @Message("Host")
  String host();

  @Message("Port")
  String port();

  @Message("User name")
  String username();

  @Message("Password or token")
  String password_or_token();

  @Message("It is reached by https")
  String tls();

  @Message("Save the registry")
  String save_registry();

  @Message(
      "Where the sources are. Anything that speaks git will do; with GitLab, Gitea"
          + " or GitHub the server also lists repositories and reports results.")
  String git_intro();

  @Message("Go on with one repository’s plain address")
  String plain_address();

  @Message("Add a git server")
  String add_git();

  @Message("Kind")
  String kind();

  @Message("Plain git")
  String generic();

  @Message("Address")
  String address();

  @Message(
      "Scheme, host and perhaps a path: what stands before the repository’s own"
          + " path. http, https and git are known.")
  String git_address_hint();

  @Message("Save the git server")
  String save_git();

  @Message(
      "A build configuration is the image that scripts run in, and the scripts. Pick"
          + " your language; all of it can be changed later.")
  String configuration_intro();

  @Message("Language")
  String language();

  @Message(
      "{#switch name}{#case 'java-maven'}Java with Maven{#case 'java-gradle'}Java"
          + " with Gradle{#case 'nodejs'}Node.js{#case 'php'}PHP with Composer{#case"
          + " 'python'}Python{#else}{name}{/switch}")
  String language_named(String name);

  @Message("Image to build in")
  String environment_image();

  @Message("Pick")
  String pick();

  @Message("Build and test")
  String test_only();

  @Message("And make an image")
  String with_image();

  @Message("Your own")
  String own_configurations();

  @Message("Write one of your own")
  String write_own();

  @Message("Build configuration {name}")
  String ready_made(String name);

  @Message("Pick another one")
  String pick_another();

  @Message(
      "The agent pulls it where it is missing. Put another one where this cannot be" + " reached.")
  String environment_hint();

  @Message(
      "The image is made from the file Dockerfile at the top of your repository, and"
          + " pushed to the project’s registry.")
  String needs_dockerfile();

  @Message("The script")
  String script();

  @Message("It comes with the server and is not added yet.")
  String not_added();

  @Message("Add it")
  String add_it();

  @Message("A project is a repository and the configuration to build it with.")
  String project_intro();

  @Message("There already")
  String projects_there();

  @Message("Repository")
  String repository();

  @Message("The path below the git server’s address, or a whole address.")
  String repository_hint();

  @Message("The whole address: http, https or git.")
  String repository_whole_hint();

  @Message("Git server")
  String git_server();

  @Message("None: a whole address")
  String whole_address();

  @Message("Build configuration")
  String build_configuration();

  @Message("Image registry")
  String registry();

  @Message("Add the project")
  String add_project();

  @Message("There is no project yet.")
  String no_project();

  @Message("{name} has not been built yet.")
  String build_intro(String name);

  @Message("Build {name}")
  String build_now(String name);

  @Message("Branch")
  String branch();

  @Message("Tag")
  String tag();

  @Message("Build now")
  String build();

  @Message("The first build is green.")
  String green();

  @Message(
      "That is all. Have pushes built by a hook, invite people, or add more agents"
          + " whenever you like.")
  String green_next();

  @Message("Open the build")
  String open_build();

  @Message("Open the project")
  String open_project();

  @Message("It did not succeed. Its log says why; change what is wrong, and build again.")
  String red();

  @Message("Open the log")
  String open_log();

  @Message("Watch the log")
  String watch();
}

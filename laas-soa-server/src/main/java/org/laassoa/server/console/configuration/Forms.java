package org.laassoa.server.console.configuration;

import java.util.List;
import org.laassoa.server.console.configuration.Control.Check;
import org.laassoa.server.console.configuration.Control.Choice;
import org.laassoa.server.console.configuration.Control.FileName;
import org.laassoa.server.console.configuration.Control.Files;
import org.laassoa.server.console.configuration.Control.Items;
import org.laassoa.server.console.configuration.Control.Line;
import org.laassoa.server.console.configuration.Control.Lines;
import org.laassoa.server.console.configuration.Control.Number;
import org.laassoa.server.console.configuration.Control.Pairs;
import org.laassoa.server.console.configuration.Control.Projects;
import org.laassoa.server.console.configuration.Control.Quantity;
import org.laassoa.server.console.configuration.Control.Reference;
import org.laassoa.server.console.configuration.Control.Secret;
import org.laassoa.server.console.configuration.Control.SecretFiles;
import org.laassoa.server.console.configuration.Control.Several;
import org.laassoa.server.console.configuration.Control.Unit;
import org.laassoa.wire.ActionType;

/** The fields of each kind, besides its name. What is not said here the form does not have. */
final class Forms {

  private static final List<Unit> BYTES =
      List.of(new Unit("GiB", 1L << 30), new Unit("MiB", 1L << 20));
  private static final List<Unit> TIME =
      List.of(new Unit("h", 3600), new Unit("min", 60), new Unit("s", 1));

  private Forms() {}

  /** The fields of a kind, in their order. */
  static List<Field> of(Section section) {
    return switch (section) {
      case GIT_SERVERS -> GIT_SERVER;
      case REGISTRIES -> REGISTRY;
      case ENVIRONMENTS -> ENVIRONMENT;
      case PARENT_IMAGES -> PARENT_IMAGE;
      case BUILD_CONFIGURATIONS -> BUILD_CONFIGURATION;
      case WEBHOOKS -> WEBHOOK;
      case SECRETS -> SECRET;
      case CAPABILITY_RULES -> CAPABILITY_RULE;
    };
  }

  private static final Field DESCRIPTION =
      Field.of("description", FieldWords::description, new Lines(false));

  private static final Field PORT =
      Field.of("port", FieldWords::port, new Number("1")).hint(FieldWords::port_hint);
  private static final Field USERNAME = Field.of("username", FieldWords::username, new Line());
  private static final Field PASSWORD =
      Field.of("password", FieldWords::password, new Secret(false, true));
  private static final Field INSECURE =
      Field.of("insecure", FieldWords::insecure, new Check()).hint(FieldWords::insecure_hint);

  private static final List<Field> GIT_SERVER =
      List.of(
          DESCRIPTION,
          Field.of(
                  "kind",
                  FieldWords::git_kind,
                  new Choice(
                      List.of("gitlab", "gitea", "github", "generic"), FieldWords::git_kind_of))
              .hint(FieldWords::git_kind_hint),
          Field.of("address", FieldWords::git_address, new Line())
              .hint(FieldWords::git_address_hint)
              .need(),
          PORT,
          USERNAME,
          PASSWORD,
          Field.of("api_token", FieldWords::api_token, new Secret(false, true))
              .hint(FieldWords::api_token_hint),
          Field.of("is_default", FieldWords::is_default, new Check()),
          INSECURE);

  private static final List<Field> REGISTRY =
      List.of(
          DESCRIPTION,
          Field.of("address", FieldWords::registry_address, new Line())
              .hint(FieldWords::registry_address_hint)
              .need(),
          PORT,
          USERNAME,
          PASSWORD,
          Field.of("tls", FieldWords::tls, new Check()).hint(FieldWords::tls_hint),
          INSECURE);

  private static final List<Field> ENVIRONMENT =
      List.of(
          DESCRIPTION,
          Field.of("image", FieldWords::image, new Line()).hint(FieldWords::image_hint).need(),
          Field.of("image_registry", FieldWords::base_registry, new Reference(Section.REGISTRIES)),
          Field.of("recipe", FieldWords::recipe, new Lines(true)).hint(FieldWords::recipe_hint),
          Field.of(
              "pull_policy",
              FieldWords::pull_policy,
              new Choice(List.of("if_missing", "always", "never"), FieldWords::pull_policy_of)),
          Field.of(
              "network",
              FieldWords::network_mode,
              new Choice(List.of("bridge", "host", "none"), FieldWords::network_of)),
          Field.of("memory_bytes", FieldWords::memory, new Quantity(BYTES))
              .hint(FieldWords::no_limit_hint),
          Field.of("cpus", FieldWords::cpus, new Number("any")).hint(FieldWords::no_limit_hint),
          Field.of("pids", FieldWords::pids, new Number("1")).hint(FieldWords::no_limit_hint),
          Field.of("tools", FieldWords::tools, new Items()).hint(FieldWords::tools_hint));

  private static final Field BUILD_ENVIRONMENT =
      Field.of(
              "build_environment",
              FieldWords::build_environment,
              new Reference(Section.ENVIRONMENTS))
          .hint(FieldWords::build_environment_hint)
          .need();
  private static final Field FILES = Field.of("files", FieldWords::files, new Files());

  private static final List<Field> PARENT_IMAGE =
      List.of(
          DESCRIPTION,
          BUILD_ENVIRONMENT,
          FILES,
          Field.of("compile_script", FieldWords::compile_script, new FileName())
              .hint(FieldWords::compile_script_first_hint),
          Field.of(
              "packaging.kind",
              FieldWords::packaging_kind,
              new Choice(List.of("dockerfile", "script"), FieldWords::packaging_of)),
          Field.of("packaging.file", FieldWords::packaging_file, new FileName())
              .hint(FieldWords::own_packaging_file_hint),
          Field.of("image_registry", FieldWords::image_registry, new Reference(Section.REGISTRIES)),
          Field.of("timeout_seconds", FieldWords::timeout, new Quantity(TIME)));

  private static final List<Field> BUILD_CONFIGURATION =
      List.of(
          DESCRIPTION,
          BUILD_ENVIRONMENT,
          FILES,
          Field.of("compile_script", FieldWords::compile_script, new FileName())
              .hint(FieldWords::compile_script_hint),
          Field.of("compile_may_repeat", FieldWords::compile_may_repeat, new Check())
              .hint(FieldWords::compile_may_repeat_hint),
          Field.of(
              "packaging.kind",
              FieldWords::packaging_kind,
              new Choice(List.of("none", "dockerfile", "script"), FieldWords::packaging_of)),
          Field.of("packaging.file", FieldWords::packaging_file, new FileName())
              .hint(FieldWords::packaging_file_hint),
          Field.of(
              "packaging.context",
              FieldWords::packaging_context,
              new Choice(List.of("source", "target"), FieldWords::context_of)),
          Field.of(
                  "packaging.build_environment",
                  FieldWords::packaging_environment,
                  new Reference(Section.ENVIRONMENTS))
              .hint(FieldWords::packaging_environment_hint),
          Field.of("build_args", FieldWords::build_args, new Pairs())
              .hint(FieldWords::build_args_hint),
          Field.of("parent_image", FieldWords::parent_image, new Reference(Section.PARENT_IMAGES))
              .hint(FieldWords::parent_image_hint),
          Field.of("variables", FieldWords::variables, new Pairs())
              .hint(FieldWords::variables_hint),
          Field.of("home_files", FieldWords::home_files, new SecretFiles())
              .hint(FieldWords::home_files_hint));

  private static final List<Field> WEBHOOK =
      List.of(
          DESCRIPTION,
          Field.of("url", FieldWords::webhook_url, new Line())
              .hint(FieldWords::webhook_url_hint)
              .need(),
          Field.of("secret", FieldWords::webhook_secret, new Secret(false, false))
              .hint(FieldWords::webhook_secret_hint),
          Field.of(
              "events",
              FieldWords::events,
              new Several(
                  List.of("queued", "running", "succeeded", "failed", "cancelled"),
                  FieldWords::event_of)),
          Field.of("projects", FieldWords::webhook_projects, new Projects(false)),
          Field.of("enabled", FieldWords::webhook_enabled, new Check()));

  private static final List<Field> SECRET =
      List.of(
          DESCRIPTION,
          Field.of(
              "kind",
              FieldWords::secret_kind,
              new Choice(List.of("env", "file"), FieldWords::secret_kind_of)),
          Field.of("value", FieldWords::secret_value, new Secret(true, false))
              .hint(FieldWords::secret_value_hint),
          Field.of("projects", FieldWords::secret_projects, new Projects(true)),
          Field.of("parent_images", FieldWords::parent_images, new Check()));

  private static final List<Field> CAPABILITY_RULE =
      List.of(
          DESCRIPTION,
          Field.of("network", FieldWords::rule_network, new Line())
              .hint(FieldWords::rule_network_hint)
              .need(),
          Field.of(
              "actions",
              FieldWords::rule_actions,
              new Several(ActionType.wireNames(), FieldWords::action_of)));
}

package org.laassoa.server.console.configuration;

import java.util.Arrays;
import java.util.function.Function;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** A kind of configuration, with its place among the pages and in the API. */
public enum Section {
  /** Where sources come from. */
  GIT_SERVERS(
      "git-servers",
      "git-server",
      "/api/git-servers",
      KindWords::git_servers,
      KindWords::new_git_server,
      KindWords::git_servers_about),
  /** Where images go to and come from. */
  REGISTRIES(
      "registries",
      "registry",
      "/api/image-registries",
      KindWords::registries,
      KindWords::new_registry,
      KindWords::registries_about),
  /** What builds run in. */
  ENVIRONMENTS(
      "environments",
      "environment",
      "/api/build-environments",
      KindWords::environments,
      KindWords::new_environment,
      KindWords::environments_about),
  /** Images of our own that others build on. */
  PARENT_IMAGES(
      "parent-images",
      "parent-image",
      "/api/parent-images",
      KindWords::parent_images,
      KindWords::new_parent_image,
      KindWords::parent_images_about),
  /** What builds do. */
  BUILD_CONFIGURATIONS(
      "build-configurations",
      "build-configuration",
      "/api/build-configurations",
      KindWords::build_configurations,
      KindWords::new_build_configuration,
      KindWords::build_configurations_about),
  /** Who is told of builds. */
  WEBHOOKS(
      "webhooks",
      "webhook",
      "/api/webhooks",
      KindWords::webhooks,
      KindWords::new_webhook,
      KindWords::webhooks_about),
  /** What the builds of several projects need and nobody is to see. */
  SECRETS(
      "secrets",
      "secret",
      "/api/secrets",
      KindWords::secrets,
      KindWords::new_secret,
      KindWords::secrets_about),
  /** Which agents may take what. */
  CAPABILITY_RULES(
      "capability-rules",
      "capability-rule",
      "/api/capability-rules",
      KindWords::capability_rules,
      KindWords::new_capability_rule,
      KindWords::capability_rules_about);

  private final String slug;
  private final String one;
  private final String api;
  private final Function<KindWords, String> title;
  private final Function<KindWords, String> adding;
  private final Function<KindWords, String> about;

  Section(
      String slug,
      String one,
      String api,
      Function<KindWords, String> title,
      Function<KindWords, String> adding,
      Function<KindWords, String> about) {
    this.slug = slug;
    this.one = one;
    this.api = api;
    this.title = title;
    this.adding = adding;
    this.about = about;
  }

  /**
   * The section of that name in addresses.
   *
   * @throws ProblemException when there is none
   */
  static Section ofSlug(String slug) {
    return Arrays.stream(values())
        .filter(section -> section.slug.equals(slug))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such page."));
  }

  /** The section whose form for a new entry has that name in addresses. */
  static Section ofOne(String one) {
    return Arrays.stream(values())
        .filter(section -> section.one.equals(one))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such page."));
  }

  /** Its name in addresses: {@code git-servers}. */
  public String slug() {
    return slug;
  }

  /** One of it in addresses: {@code git-server}. */
  public String one() {
    return one;
  }

  /** The collection's address in the API. */
  public String api() {
    return api;
  }

  /** What it is called. */
  String title(KindWords words) {
    return title.apply(words);
  }

  /** What it is called to add one. */
  String adding(KindWords words) {
    return adding.apply(words);
  }

  /** What it is for, in a sentence. */
  String about(KindWords words) {
    return about.apply(words);
  }

  /** Whether its entries have scripts, and so versions. */
  public boolean hasScripts() {
    return this == PARENT_IMAGES || this == BUILD_CONFIGURATIONS;
  }

  /** Whether a connection can be tested. */
  public boolean hasConnection() {
    return this == GIT_SERVERS || this == REGISTRIES;
  }

  /** Whether it is noted who changed what. */
  public boolean hasHistory() {
    return this != SECRETS;
  }

  /** Whether only administrators see it: it names projects that others may not know of. */
  boolean onlyForAdministrators() {
    return this == SECRETS;
  }
}

package org.laassoa.server.configuration.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.ConfigurationEntry;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.WriteOnly;
import org.laassoa.server.configuration.project.Project;
import org.laassoa.server.configuration.project.ProjectRepository;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.server.secret.SecretCipher;

/** How secrets are checked, stored, shown and given to builds. */
@ApplicationScoped
public class Secrets {

  /** Agents mask nothing shorter: it would tear holes into ordinary text. */
  private static final int FEWEST_CHARACTERS = 4;

  private static final Pattern NAME = Pattern.compile("(?!LAAS_)[A-Za-z_][A-Za-z0-9_]{0,99}");

  private final SecretStore store;
  private final ProjectRepository projects;
  private final SecretCipher cipher;
  private final Clock clock;

  Secrets(SecretStore store, ProjectRepository projects, SecretCipher cipher, Clock clock) {
    this.store = store;
    this.projects = projects;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * A secret was put.
   *
   * @param created whether it was not there before
   * @param view what is shown of it
   */
  record Put<V>(boolean created, V view) {}

  /** The secrets that the builds of a project get, its own and shared ones, by name. */
  public List<SecretView> ofProject(String project) {
    return store.ofProject(project(project).getId()).stream().map(SecretView::of).toList();
  }

  /** Creates or replaces a project's own secret. */
  Put<SecretView> put(String project, String name, SecretRequest request, String author) {
    Saved saved = save(project(project).getId(), name, request, Audience.ONE_PROJECT, author);
    return new Put<>(saved.created(), SecretView.of(saved.secret()));
  }

  /** Deletes a project's own secret. */
  void delete(String project, String name) {
    store.delete(existing(project(project).getId(), name).id());
  }

  /** A project's own secret. */
  SecretView get(String project, String name) {
    return SecretView.of(existing(project(project).getId(), name));
  }

  /** The shared secrets, by name. */
  public List<SharedSecretView> shared() {
    return store.shared().stream().map(this::view).toList();
  }

  /**
   * A shared secret.
   *
   * @throws ProblemException when there is none of that name
   */
  public SharedSecretView getShared(String name) {
    return view(existing(null, name));
  }

  /** Creates or replaces a shared secret. */
  Put<SharedSecretView> putShared(String name, SharedSecretRequest request, String author) {
    List<String> named = request.projects();
    FieldErrors errors = new FieldErrors();
    List<Long> ids =
        named == null
            ? List.of()
            : named.stream()
                .distinct()
                .flatMap(
                    project ->
                        Optional.ofNullable(projects.referredTo(project, "projects", errors))
                            .map(ConfigurationEntry::getId)
                            .stream())
                .toList();
    errors.throwIfAny();
    Audience audience = new Audience(named == null, request.parentImages());
    Saved saved = save(null, name, request.plain(), audience, author);
    store.replaceProjects(saved.secret().id(), ids);
    return new Put<>(saved.created(), view(saved.secret()));
  }

  /** Deletes a shared secret. */
  void deleteShared(String name) {
    store.delete(existing(null, name).id());
  }

  /** The names of the secrets that the builds of a project get, with how they get them. */
  public TreeMap<String, SecretKind> namesOfProject(long projectId) {
    TreeMap<String, SecretKind> names = new TreeMap<>();
    store.ofProject(projectId).forEach(secret -> names.put(secret.name(), secret.kind()));
    return names;
  }

  /** The secrets of a project's builds in plain text. */
  public BuildSecretValues valuesOfProject(long projectId) {
    return values(store.ofProject(projectId));
  }

  /** The secrets of the builds of parent images in plain text. */
  public BuildSecretValues valuesOfParentImages() {
    return values(store.ofParentImages());
  }

  private BuildSecretValues values(List<StoredSecret> secrets) {
    var variables = new TreeMap<String, String>();
    var files = new TreeMap<String, String>();
    for (StoredSecret secret : secrets) {
      String context = StoredSecret.context(secret.projectId(), secret.name());
      var values =
          switch (secret.kind()) {
            case ENV -> variables;
            case FILE -> files;
          };
      values.put(secret.name(), cipher.decrypt(secret.value(), context));
    }
    return new BuildSecretValues(variables, files);
  }

  /** Whose builds get a secret, besides those of the projects that are named. */
  private record Audience(boolean everyProject, boolean parentImages) {
    static final Audience ONE_PROJECT = new Audience(false, false);
  }

  private record Saved(boolean created, StoredSecret secret) {}

  private Saved save(
      @Nullable Long projectId,
      String name,
      SecretRequest request,
      Audience audience,
      String author) {
    Optional<StoredSecret> stored = store.lock(projectId, name);
    check(name, request, stored.filter(old -> old.kind() == request.kind()).isPresent());
    Instant now = clock.instant();
    String value = request.value().replacement();
    StoredSecret secret =
        new StoredSecret(
            stored.map(StoredSecret::id).orElse(0L),
            projectId,
            name,
            request.kind(),
            value == null
                ? stored.orElseThrow().value()
                : cipher.encrypt(value, StoredSecret.context(projectId, name)),
            request.description(),
            audience.everyProject(),
            audience.parentImages(),
            stored.map(StoredSecret::createdAt).orElse(now),
            now,
            author);
    if (stored.isPresent()) {
      store.update(secret);
    } else {
      store.insert(secret);
    }
    return new Saved(stored.isEmpty(), existing(projectId, name));
  }

  private static void check(String name, SecretRequest request, boolean mayKeep) {
    FieldErrors errors = new FieldErrors();
    errors.require(
        NAME.matcher(name).matches(),
        "name",
        "must be the name of an environment variable that does not begin with LAAS_");
    int most = request.kind().mostCharacters();
    switch (request.value()) {
      case WriteOnly.Keep<String> keep -> errors.require(mayKeep, "value", "is missing");
      case WriteOnly.Clear<String> clear ->
          errors.add("value", "must not be null: delete the secret instead");
      case WriteOnly.Replace<String>(String value) ->
          errors.require(
              value.strip().length() >= FEWEST_CHARACTERS && Text.Rule.isContent(value, most),
              "value",
              Message.of(
                  "must have %d to %d characters, without NUL: shorter ones cannot be masked in logs",
                  FEWEST_CHARACTERS, most));
    }
    errors.throwIfAny();
  }

  private SharedSecretView view(StoredSecret secret) {
    return SharedSecretView.of(secret, store.projects(secret.id()));
  }

  private Project project(String name) {
    return projects
        .findByName(name)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such project."));
  }

  private StoredSecret existing(@Nullable Long projectId, String name) {
    return store
        .find(projectId, name)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such secret."));
  }
}

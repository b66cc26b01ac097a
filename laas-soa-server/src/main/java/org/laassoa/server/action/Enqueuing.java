package org.laassoa.server.action;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.Parameters;

/** Adds actions to the queue: those of many callers with one statement. */
final class Enqueuing {

  /**
   * Held against deletion until the actions are there; whether the project limits its builds is
   * known from the same row.
   */
  private static final String LOCK_PROJECTS =
      """
      SELECT id, max_concurrent IS NOT NULL, newest_only
      FROM projects WHERE id = ANY (?) ORDER BY id FOR SHARE
      """;

  private static final String LOCK_PARENT_IMAGES =
      "SELECT id FROM parent_images WHERE id = ANY (?) ORDER BY id FOR SHARE";

  private static final String INSERT =
      """
      INSERT INTO actions (
        id, type, requirement, priority, turn, held_back, watched, plan_id, script_revision_id,
        unrepeatable_steps, max_attempts, project_id, parent_image_id, subject, ref_type, ref,
        parameters, retry_of, requested_by)
      SELECT nextval('action_numbers'), type, requirement, priority, turn, held_back, watched,
             plan_id, script_revision_id, string_to_array(unrepeatable_steps, ','), max_attempts, project_id,
             parent_image_id, subject, ref_type, ref, parameters::jsonb, retry_of, requested_by
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
        AS added (type, requirement, priority, turn, held_back, watched, plan_id,
          script_revision_id, unrepeatable_steps, max_attempts, project_id, parent_image_id, subject, ref_type, ref,
          parameters, retry_of, requested_by, place)
      ORDER BY place
      RETURNING id
      """;

  /** What another transaction works on at the moment is about to be built or ended anyway. */
  private static final String SUPERSEDE =
      """
      WITH newer AS (
        SELECT project_id, ref, max(id) AS id
        FROM unnest(?, ?, ?) AS added (project_id, ref, id)
        GROUP BY project_id, ref
      ), older AS (
        SELECT actions.id, newer.id AS newer_id
        FROM actions JOIN newer ON actions.watched AND actions.project_id = newer.project_id
          AND actions.ref = newer.ref AND actions.id < newer.id
        WHERE actions.state = 'queued' AND actions.ref_type = 'branch'
        FOR UPDATE OF actions SKIP LOCKED
      ), ending AS (
        SELECT id, 'cancelled' AS state, '{"result": "cancelled"}'::jsonb AS outcome,
               format('build %s of this branch is newer', newer_id) AS note
        FROM older
      ),
      """
          + Ending.MOVE_WITHOUT_REPORT;

  private final Plans plans;

  Enqueuing(Plans plans) {
    this.plans = plans;
  }

  /** What a project says about its builds. */
  private record Watch(boolean limited, boolean newestOnly) {
    static final Watch NONE = new Watch(false, false);

    boolean watched() {
      return limited || newestOnly;
    }
  }

  /** An action with all that is decided about it here. */
  private record Added(NewAction action, long planId, long turn, Watch watch) {}

  /**
   * What was added.
   *
   * @param actions the new actions, in the order they were given
   * @param superseded older ones that were cancelled for them
   * @param limited the projects of those that are held back until there is room for them
   */
  record Enqueued(List<ActionId> actions, List<ActionId> superseded, Set<Long> limited) {}

  /**
   * Adds the actions of several callers.
   *
   * @return for each caller what was added, or nothing when a project or parent image is gone
   */
  List<Optional<Enqueued>> enqueue(Connection connection, List<List<NewAction>> callers)
      throws SQLException {
    Map<Long, Watch> projects = projects(connection, callers);
    Set<Long> parentImages = parentImages(connection, callers);
    List<List<NewAction>> possible =
        callers.stream()
            .filter(all -> all.stream().allMatch(one -> exists(one, projects, parentImages)))
            .toList();
    List<NewAction> actions = possible.stream().flatMap(List::stream).toList();
    FairTurns turns = FairTurns.take(connection, actions);
    Map<String, Long> planIds = new HashMap<>();
    List<Added> added =
        actions.stream()
            .map(
                action ->
                    new Added(
                        action,
                        planIds.computeIfAbsent(action.plan(), plans::store),
                        turns.next(action),
                        watch(action, projects)))
            .toList();
    List<ActionId> ids = insert(connection, added);
    List<ActionId> superseded = supersede(connection, added, ids);
    return answers(callers, new HashSet<>(possible), ids, superseded, projects);
  }

  private static List<Optional<Enqueued>> answers(
      List<List<NewAction>> callers,
      Set<List<NewAction>> possible,
      List<ActionId> ids,
      List<ActionId> superseded,
      Map<Long, Watch> projects) {
    List<Optional<Enqueued>> answers = new ArrayList<>();
    int from = 0;
    for (List<NewAction> all : callers) {
      if (!possible.contains(all)) {
        answers.add(Optional.empty());
        continue;
      }
      Set<Long> limited = new HashSet<>();
      for (NewAction one : all) {
        if (watch(one, projects).limited()) {
          limited.add(Objects.requireNonNull(one.subject().projectId()));
        }
      }
      List<ActionId> own = ids.subList(from, from + all.size());
      answers.add(Optional.of(new Enqueued(own, superseded, limited)));
      from += all.size();
    }
    return answers;
  }

  private static Watch watch(NewAction action, Map<Long, Watch> projects) {
    Long project = action.subject().projectId();
    return project == null ? Watch.NONE : Objects.requireNonNull(projects.get(project));
  }

  private static boolean exists(
      NewAction action, Map<Long, Watch> projects, Set<Long> parentImages) {
    Long project = action.subject().projectId();
    Long parentImage = action.subject().parentImageId();
    return (project == null || projects.containsKey(project))
        && (parentImage == null || parentImages.contains(parentImage));
  }

  private static Map<Long, Watch> projects(Connection connection, List<List<NewAction>> callers)
      throws SQLException {
    Collection<Long> wanted = distinct(subjects(callers).map(ActionSubject::projectId));
    if (wanted.isEmpty()) {
      return Map.of();
    }
    record Found(long id, Watch watch) {}
    try (var statement = Parameters.of(connection, LOCK_PROJECTS)) {
      return statement
          .add("bigint", wanted, identity())
          .query(row -> new Found(row.getLong(1), new Watch(row.getBoolean(2), row.getBoolean(3))))
          .stream()
          .collect(toMap(Found::id, Found::watch));
    }
  }

  private static Set<Long> parentImages(Connection connection, List<List<NewAction>> callers)
      throws SQLException {
    Collection<Long> wanted = distinct(subjects(callers).map(ActionSubject::parentImageId));
    if (wanted.isEmpty()) {
      return Set.of();
    }
    try (var statement = Parameters.of(connection, LOCK_PARENT_IMAGES)) {
      return Set.copyOf(statement.add("bigint", wanted, identity()).query(row -> row.getLong(1)));
    }
  }

  private static Stream<ActionSubject> subjects(List<List<NewAction>> callers) {
    return callers.stream().flatMap(List::stream).map(NewAction::subject);
  }

  private static List<Long> distinct(Stream<@Nullable Long> numbers) {
    return numbers.filter(Objects::nonNull).distinct().toList();
  }

  private static List<ActionId> insert(Connection connection, List<Added> added)
      throws SQLException {
    if (added.isEmpty()) {
      return List.of();
    }
    try (var statement = Parameters.of(connection, INSERT)) {
      return statement
          .add("text", added, one -> one.action().type().wireName())
          .add("text", added, one -> one.action().lane().requirement())
          .add("integer", added, one -> one.action().priority())
          .add("bigint", added, Added::turn)
          .add("boolean", added, one -> one.watch().limited())
          .add("boolean", added, one -> one.watch().watched())
          .add("bigint", added, Added::planId)
          .add("bigint", added, one -> one.action().scriptRevisionId())
          .add("text", added, one -> String.join(",", one.action().unrepeatableSteps()))
          .add("integer", added, one -> one.action().maxAttempts())
          .add("bigint", added, one -> one.action().subject().projectId())
          .add("bigint", added, one -> one.action().subject().parentImageId())
          .add("text", added, one -> one.action().subject().name())
          .add("text", added, one -> one.action().subject().refType())
          .add("text", added, one -> one.action().subject().ref())
          .add("text", added, one -> one.action().subject().parameters())
          .add("bigint", added, one -> one.action().subject().retryOf())
          .add("text", added, one -> one.action().subject().requestedBy())
          .query(row -> new ActionId(row.getLong(1)));
    }
  }

  private static List<ActionId> supersede(
      Connection connection, List<Added> added, List<ActionId> ids) throws SQLException {
    record Newer(@Nullable Long projectId, @Nullable String ref, ActionId id) {}
    List<Newer> newer = new ArrayList<>();
    for (int i = 0; i < added.size(); i++) {
      Added one = added.get(i);
      ActionSubject subject = one.action().subject();
      if (one.watch().newestOnly() && "branch".equals(subject.refType())) {
        newer.add(new Newer(subject.projectId(), subject.ref(), ids.get(i)));
      }
    }
    if (newer.isEmpty()) {
      return List.of();
    }
    try (var statement = Parameters.of(connection, SUPERSEDE)) {
      return statement
          .add("bigint", newer, Newer::projectId)
          .add("text", newer, Newer::ref)
          .add("bigint", newer, one -> one.id().value())
          .query(row -> new ActionId(row.getLong(1)));
    }
  }
}

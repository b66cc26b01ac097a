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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.Parameters;

/** Adds actions to the queue: those of many callers with one statement. */
final class Enqueuing {

  /**
   * Held against deletion until the actions are there; whether the project limits its builds, and
   * whether anybody is told of them, is known from the same row.
   */
  private static final String LOCK_PROJECTS =
      """
      SELECT id, max_concurrent IS NOT NULL, newest_only,
             report_status OR downstream <> '[]' OR EXISTS (
               SELECT 1 FROM webhooks
               WHERE enabled AND (webhooks.projects = '{}' OR own.name = ANY (webhooks.projects)))
      FROM projects AS own WHERE id = ANY (?) ORDER BY id FOR SHARE OF own
      """;

  private static final String LOCK_PARENT_IMAGES =
      "SELECT id FROM parent_images WHERE id = ANY (?) ORDER BY id FOR SHARE";

  private static final String INSERT =
      """
      INSERT INTO actions (
        id, type, requirement, priority, turn, held_back, watched, plan_id, script_revision_id,
        unrepeatable_steps, max_attempts, project_id, parent_image_id, subject, ref_type, ref,
        parameters, retry_of, requested_by, wanted_commit, announced)
      SELECT nextval('action_numbers'), type, requirement, priority, turn, held_back, watched,
             plan_id, script_revision_id, string_to_array(unrepeatable_steps, ','), max_attempts, project_id,
             parent_image_id, subject, ref_type, ref, parameters::jsonb, retry_of, requested_by,
             wanted_commit, announced
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
        AS added (type, requirement, priority, turn, held_back, watched, plan_id,
          script_revision_id, unrepeatable_steps, max_attempts, project_id, parent_image_id, subject, ref_type, ref,
          parameters, retry_of, requested_by, wanted_commit, announced, place)
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
  private record Watch(boolean limited, boolean newestOnly, boolean announced) {
    static final Watch NONE = new Watch(false, false, false);

    boolean watched() {
      return limited || newestOnly;
    }
  }

  /** An action with all that is decided about it here. */
  private record Added(NewAction action, long planId, long turn, Watch watch) {}

  /**
   * What became of a request.
   *
   * @param answer for the caller
   * @param superseded older actions that were cancelled for new ones
   * @param limited the projects of those that are held back until there is room for them
   */
  record Enqueued(EnqueueAnswer answer, List<ActionId> superseded, Set<Long> limited) {}

  /** Adds the actions of several callers; for each what became of it, in their order. */
  List<Enqueued> enqueue(Connection connection, List<EnqueueRequest> callers) throws SQLException {
    RepeatedRequests repeated = RepeatedRequests.of(connection, callers);
    Map<Long, Watch> projects = projects(connection, callers);
    Set<Long> parentImages = parentImages(connection, callers);
    List<Serving> serving = new ArrayList<>();
    for (EnqueueRequest caller : callers) {
      boolean isNew = repeated.isNew(caller);
      boolean possible =
          caller.actions().stream().allMatch(one -> exists(one, projects, parentImages));
      serving.add(new Serving(caller, isNew, isNew && possible));
    }
    List<Added> added = decided(connection, serving, projects);
    List<ActionId> ids = insert(connection, added);
    List<ActionId> superseded = supersede(connection, added, ids);
    return answers(connection, serving, ids, repeated).stream()
        .map(one -> new Enqueued(one.answer(), superseded, limited(one.serving(), projects)))
        .toList();
  }

  private record Answered(Serving serving, EnqueueAnswer answer) {}

  private static List<Answered> answers(
      Connection connection, List<Serving> serving, List<ActionId> ids, RepeatedRequests repeated)
      throws SQLException {
    List<Answered> answers = new ArrayList<>();
    Map<IdempotencyKey, EnqueueAnswer> served = new HashMap<>();
    int from = 0;
    for (Serving one : serving) {
      int to = one.adds() ? from + one.request().actions().size() : from;
      IdempotencyKey key = one.request().key();
      EnqueueAnswer answer;
      if (one.adds()) {
        answer = new EnqueueAnswer.Added(ids.subList(from, to));
      } else if (one.isNew() || key == null) {
        answer = new EnqueueAnswer.SubjectGone();
      } else {
        answer = repeated.answer(key, served);
      }
      if (key != null && one.isNew()) {
        served.put(key, answer);
      }
      answers.add(new Answered(one, answer));
      from = to;
    }
    repeated.note(connection, served);
    return answers;
  }

  /** A request, whether it is no repeated one, and whether what it is about is there. */
  private record Serving(EnqueueRequest request, boolean isNew, boolean adds) {}

  private List<Added> decided(
      Connection connection, List<Serving> serving, Map<Long, Watch> projects) throws SQLException {
    List<NewAction> actions =
        serving.stream()
            .filter(Serving::adds)
            .flatMap(one -> one.request().actions().stream())
            .toList();
    FairTurns turns = FairTurns.take(connection, actions);
    Map<String, Long> planIds = new HashMap<>();
    return actions.stream()
        .map(
            action ->
                new Added(
                    action,
                    planIds.computeIfAbsent(action.plan(), plans::store),
                    turns.next(action),
                    watch(action, projects)))
        .toList();
  }

  private static Set<Long> limited(Serving one, Map<Long, Watch> projects) {
    Set<Long> limited = new HashSet<>();
    if (one.adds()) {
      for (NewAction action : one.request().actions()) {
        if (watch(action, projects).limited()) {
          limited.add(Objects.requireNonNull(action.subject().projectId()));
        }
      }
    }
    return limited;
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

  private static Map<Long, Watch> projects(Connection connection, List<EnqueueRequest> callers)
      throws SQLException {
    Collection<Long> wanted = distinct(subjects(callers).map(ActionSubject::projectId));
    if (wanted.isEmpty()) {
      return Map.of();
    }
    record Found(long id, Watch watch) {}
    try (var statement = Parameters.of(connection, LOCK_PROJECTS)) {
      return statement
          .add("bigint", wanted, identity())
          .query(
              row ->
                  new Found(
                      row.getLong(1),
                      new Watch(row.getBoolean(2), row.getBoolean(3), row.getBoolean(4))))
          .stream()
          .collect(toMap(Found::id, Found::watch));
    }
  }

  private static Set<Long> parentImages(Connection connection, List<EnqueueRequest> callers)
      throws SQLException {
    Collection<Long> wanted = distinct(subjects(callers).map(ActionSubject::parentImageId));
    if (wanted.isEmpty()) {
      return Set.of();
    }
    try (var statement = Parameters.of(connection, LOCK_PARENT_IMAGES)) {
      return Set.copyOf(statement.add("bigint", wanted, identity()).query(row -> row.getLong(1)));
    }
  }

  private static Stream<ActionSubject> subjects(List<EnqueueRequest> callers) {
    return callers.stream().flatMap(one -> one.actions().stream()).map(NewAction::subject);
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
          .add("text", added, one -> one.action().subject().wantedCommit())
          .add("boolean", added, one -> one.watch().announced())
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

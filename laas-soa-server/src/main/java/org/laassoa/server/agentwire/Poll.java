package org.laassoa.server.agentwire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.Held;
import org.laassoa.server.agent.Presence;
import org.laassoa.server.problem.FieldError;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.ActionType;
import org.laassoa.wire.ConsumeRequest;
import org.laassoa.wire.Holding;

/**
 * A checked {@link ConsumeRequest}, with the defaults filled in.
 *
 * @param types the types that the agent takes
 * @param capacity how many actions it takes at the same time
 * @param patience how long the request may be held
 * @param held what it holds that could be an action
 * @param unknown what it holds that cannot be one
 * @param version its version, or null
 * @param executor how it runs scripts, or null
 */
record Poll(
    List<ActionType> types,
    int capacity,
    Duration patience,
    List<Held> held,
    List<Holding> unknown,
    @Nullable String version,
    @Nullable String executor) {

  private static final int MOST_CAPACITY = 1000;
  private static final int MOST_WAIT_SECONDS = 60;
  private static final int MOST_TEXT = 100;

  /**
   * Checks a request.
   *
   * @throws ProblemException when a field has a value that it cannot have
   */
  static Poll of(ConsumeRequest request) {
    List<Held> held = new ArrayList<>();
    List<Holding> unknown = new ArrayList<>();
    for (Holding holding : orEmpty(request.holding())) {
      ActionId.parse(requireField("holding.action_id", holding.actionId()))
          .ifPresentOrElse(
              id -> held.add(new Held(id, holding.attempt(), holding.step())),
              () -> unknown.add(holding));
    }
    return new Poll(
        types(request.actions()),
        within("capacity", request.capacity(), 1, MOST_CAPACITY, 1),
        Duration.ofSeconds(within("wait", request.waitSeconds(), 0, MOST_WAIT_SECONDS, 0)),
        held,
        unknown,
        shortText("version", request.version()),
        shortText("executor", request.executor()));
  }

  /** How many more actions the agent can take. */
  int room() {
    return capacity - held.size();
  }

  /** What the poll says about the agent. */
  Presence presence(long agentId, String address) {
    List<String> subscription =
        types.size() == ActionType.values().length
            ? List.of()
            : types.stream().map(ActionType::wireName).toList();
    return new Presence(agentId, capacity, subscription, version, executor, address);
  }

  private static List<ActionType> types(@Nullable List<String> names) {
    if (names == null || names.isEmpty()) {
      return List.of(ActionType.values());
    }
    return names.stream()
        .map(
            name ->
                ActionType.ofWireName(name)
                    .orElseThrow(
                        () ->
                            new ProblemException(
                                ProblemType.UNKNOWN_ACTION_TYPE,
                                "known action types are " + ActionType.wireNames())))
        .distinct()
        .toList();
  }

  private static int within(
      String field, @Nullable Integer value, int least, int most, int missing) {
    if (value == null) {
      return missing;
    }
    if (value < least || value > most) {
      throw ProblemException.invalidField(field, "must be from " + least + " to " + most);
    }
    return value;
  }

  private static @Nullable String shortText(String field, @Nullable String value) {
    if (value != null && value.length() > MOST_TEXT) {
      throw ProblemException.invalidField(field, "may have " + MOST_TEXT + " characters");
    }
    return value;
  }

  /** A field that the record declares but JSON may lack. */
  static <T> T requireField(String field, @Nullable T value) {
    if (value == null) {
      throw ProblemException.invalidFields(List.of(new FieldError(field, "is missing")));
    }
    return value;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}

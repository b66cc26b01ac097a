package org.laassoa.server.agentwire;

import static java.util.stream.Collectors.toCollection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.Held;
import org.laassoa.server.agent.AgentVersions;
import org.laassoa.server.agent.Presence;
import org.laassoa.server.configuration.input.Label;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldError;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.ActionType;
import org.laassoa.wire.ConsumeRequest;
import org.laassoa.wire.DiskSpace;
import org.laassoa.wire.Holding;

/**
 * A checked {@link ConsumeRequest}, with the defaults filled in.
 *
 * @param types the types that the agent takes
 * @param capacity how many actions it takes at the same time
 * @param patience how long the request may be held
 * @param held what it holds that could be an action
 * @param resumed what it ran before it was restarted, and needs to be told again
 * @param unknown what it holds that cannot be one
 * @param supported whether it is of a version that gets work
 * @param about what else it says about itself
 */
record Poll(
    Set<ActionType> types,
    int capacity,
    Duration patience,
    List<Held> held,
    List<Held> resumed,
    List<Holding> unknown,
    boolean supported,
    About about) {

  /**
   * What an agent says about itself.
   *
   * @param version its version, or null
   * @param executor how it runs scripts, or null
   * @param pickUp how it learns of work, or null
   * @param notTaking why it takes nothing at present, or null
   * @param labels what it has
   * @param disk the disk of its folder, or null
   */
  record About(
      @Nullable String version,
      @Nullable String executor,
      @Nullable String pickUp,
      @Nullable String notTaking,
      List<String> labels,
      @Nullable DiskSpace disk) {}

  private static final int MOST_CAPACITY = 1000;
  private static final int MOST_WAIT_SECONDS = 60;
  private static final int MOST_TEXT = 100;
  private static final int MOST_REASON = 500;
  private static final int MOST_LABELS = 50;
  private static final Pattern LABEL = Pattern.compile(Label.FORM);

  /**
   * Checks a request.
   *
   * @throws ProblemException when a field has a value that it cannot have
   */
  static Poll of(ConsumeRequest request) {
    List<Holding> unknown = new ArrayList<>();
    List<Held> held = held("holding", request.holding(), unknown);
    return new Poll(
        types(request.actions()),
        within("capacity", request.capacity(), 1, MOST_CAPACITY, 1),
        Duration.ofSeconds(within("wait", request.waitSeconds(), 0, MOST_WAIT_SECONDS, 0)),
        held,
        held("resume", request.resume(), unknown),
        unknown,
        AgentVersions.supported(request.version()),
        new About(
            text("version", request.version(), MOST_TEXT),
            text("executor", request.executor(), MOST_TEXT),
            text("pick_up", request.pickUp(), MOST_TEXT),
            text("not_taking", request.notTaking(), MOST_REASON),
            labels(request.labels()),
            disk(request.disk())));
  }

  private static List<Held> held(
      String field, @Nullable List<Holding> holdings, List<Holding> unknown) {
    List<Held> held = new ArrayList<>();
    for (Holding holding : orEmpty(holdings)) {
      ActionId.parse(requireField(field + ".action_id", holding.actionId()))
          .ifPresentOrElse(
              id -> held.add(new Held(id, holding.attempt(), holding.step())),
              () -> unknown.add(holding));
    }
    return held;
  }

  /** How many more actions the agent can take now. */
  int room() {
    return supported && about.notTaking() == null
        ? Math.max(0, capacity - held.size() - resumed.size())
        : 0;
  }

  /** Everything that it says it has. */
  List<ActionId> all() {
    return Stream.concat(held.stream(), resumed.stream()).map(Held::action).toList();
  }

  /** What the poll says about the agent. */
  Presence presence(long agentId, String address) {
    List<String> subscription =
        types.size() == ActionType.values().length
            ? List.of()
            : types.stream().map(ActionType::wireName).toList();
    return new Presence(
        agentId,
        capacity,
        subscription,
        about.version(),
        about.executor(),
        about.pickUp(),
        about.notTaking(),
        about.labels(),
        about.disk(),
        address);
  }

  private static Set<ActionType> types(@Nullable List<String> names) {
    if (names == null || names.isEmpty()) {
      return EnumSet.allOf(ActionType.class);
    }
    return names.stream()
        .map(
            name ->
                ActionType.ofWireName(name)
                    .orElseThrow(
                        () ->
                            new ProblemException(
                                ProblemType.UNKNOWN_ACTION_TYPE,
                                Message.of("known action types are %s", ActionType.wireNames()))))
        .collect(toCollection(() -> EnumSet.noneOf(ActionType.class)));
  }

  private static List<String> labels(@Nullable List<String> labels) {
    List<String> all = orEmpty(labels);
    if (all.size() > MOST_LABELS) {
      throw ProblemException.invalidField(
          "labels", Message.of("may have %s elements", MOST_LABELS));
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == null || !LABEL.matcher(all.get(i)).matches()) {
        throw ProblemException.invalidField(
            "labels[" + i + "]", "must be 1 to 63 letters, digits and ._-/=, and not agent=");
      }
    }
    return List.copyOf(all);
  }

  private static @Nullable DiskSpace disk(@Nullable DiskSpace disk) {
    if (disk != null) {
      bytes("disk.free_bytes", requireField("disk.free_bytes", disk.freeBytes()));
      bytes("disk.total_bytes", requireField("disk.total_bytes", disk.totalBytes()));
      bytes("disk.needed_bytes", disk.neededBytes() == null ? 0 : disk.neededBytes());
    }
    return disk;
  }

  private static void bytes(String field, long value) {
    if (value < 0) {
      throw ProblemException.invalidField(field, "must not be negative");
    }
  }

  private static int within(
      String field, @Nullable Integer value, int least, int most, int missing) {
    if (value == null) {
      return missing;
    }
    if (value < least || value > most) {
      throw ProblemException.invalidField(field, Message.of("must be from %s to %s", least, most));
    }
    return value;
  }

  private static @Nullable String text(String field, @Nullable String value, int most) {
    if (value != null && value.length() > most) {
      throw ProblemException.invalidField(field, Message.of("may have %s characters", most));
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

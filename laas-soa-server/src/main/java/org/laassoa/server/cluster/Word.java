package org.laassoa.server.cluster;

import java.util.Optional;

/**
 * What one server tells the others. Only hints: whoever is told looks at the table, and whoever is
 * not looks a second later all the same.
 */
public sealed interface Word {

  /**
   * Actions of a lane have become ready.
   *
   * @param type the type, as on the wire
   * @param requirement the labels that an agent must have, as in the table; without spaces
   * @param count how many, at least 1
   */
  record Ready(String type, String requirement, int count) implements Word {}

  /**
   * An action has changed, or its log has grown.
   *
   * @param action its number
   */
  record Changed(long action) implements Word {}

  /**
   * Somebody wants an action stopped that an agent owns.
   *
   * @param action its number
   * @param agent the agent
   */
  record CancelRequested(long action, long agent) implements Word {}

  /** The state of a build has changed that somebody is to be told of; said by the database. */
  record Announced() implements Word {}

  /** There is something to deliver; said by the database. */
  record ToDeliver() implements Word {}

  /** Words may have been missed: look at everything. Said by nobody, only to oneself. */
  record Anything() implements Word {}

  /** As it is sent: a letter and its parts, with spaces between. */
  default String encoded() {
    return switch (this) {
      case Ready(String type, String requirement, int count) ->
          "r " + type + " " + count + " " + requirement;
      case Changed(long action) -> "c " + action;
      case CancelRequested(long action, long agent) -> "x " + action + " " + agent;
      case Announced() -> "e";
      case ToDeliver() -> "d";
      case Anything() -> "?";
    };
  }

  /** What was sent, or nothing when a newer server said what is not known here. */
  static Optional<Word> decoded(String text) {
    String[] parts = text.split(" ", -1);
    try {
      return switch (parts[0]) {
        case "r" -> Optional.of(new Ready(parts[1], parts[3], Integer.parseInt(parts[2])));
        case "c" -> Optional.of(new Changed(Long.parseLong(parts[1])));
        case "x" ->
            Optional.of(new CancelRequested(Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        case "e" -> Optional.of(new Announced());
        case "d" -> Optional.of(new ToDeliver());
        default -> Optional.empty();
      };
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}

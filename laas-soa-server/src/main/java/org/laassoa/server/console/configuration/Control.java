package org.laassoa.server.console.configuration;

import java.util.List;
import java.util.function.BiFunction;

/** How a field of a form is filled in. Sealed, so that each one has its way to be shown. */
sealed interface Control {

  /** A text in one line. */
  record Line() implements Control {}

  /**
   * A text of several lines.
   *
   * @param mono whether it is code
   */
  record Lines(boolean mono) implements Control {}

  /** A list, a line each. */
  record Items() implements Control {}

  /**
   * A number.
   *
   * @param step what it goes up by: {@code 1}, or {@code any}
   */
  record Number(String step) implements Control {}

  /**
   * A number with units to choose from.
   *
   * @param units their names and how much each is
   */
  record Quantity(List<Unit> units) implements Control {

    /** A number of what is stored in the largest unit that fits it: {@code 2 GiB}. */
    String text(String number) {
      if (number.isEmpty()) {
        return "";
      }
      long stored = Long.parseLong(number);
      return units.stream()
          .filter(unit -> stored % unit.factor() == 0)
          .findFirst()
          .map(unit -> stored / unit.factor() + " " + unit.name())
          .orElse(number);
    }
  }

  /**
   * A unit.
   *
   * @param name as it is shown
   * @param factor how much of what is stored it is
   */
  record Unit(String name, long factor) {}

  /** Yes or no. */
  record Check() implements Control {}

  /**
   * One of a few values.
   *
   * @param values as they are stored
   * @param words what they are called
   */
  record Choice(List<String> values, BiFunction<FieldWords, String, String> words)
      implements Control {}

  /**
   * Some of a few values.
   *
   * @param values as they are stored
   * @param words what they are called
   */
  record Several(List<String> values, BiFunction<FieldWords, String, String> words)
      implements Control {}

  /**
   * An entry of another kind.
   *
   * @param section that kind
   */
  record Reference(Section section) implements Control {}

  /**
   * Projects by their names.
   *
   * @param everyIsNull whether all of them are said by leaving the field out, and not by no names
   */
  record Projects(boolean everyIsNull) implements Control {}

  /** Names and values. */
  record Pairs() implements Control {}

  /**
   * What is never shown.
   *
   * @param lines whether it may have several lines
   * @param clearable whether it may be without
   */
  record Secret(boolean lines, boolean clearable) implements Control {}

  /** Paths and contents that are never shown. */
  record SecretFiles() implements Control {}

  /** Files of scripts with their contents. */
  record Files() implements Control {}

  /** The name of one of the files of the same form. */
  record FileName() implements Control {}

  /** Its name in templates. */
  default String code() {
    return getClass().getSimpleName();
  }
}

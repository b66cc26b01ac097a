package org.laassoa.server.console.configuration;

import java.util.List;

/**
 * A field as a form shows it.
 *
 * @param name as in the request
 * @param id the control's id in the page
 * @param label what it is called
 * @param hint what to know of it; empty for nothing
 * @param required whether it must be filled in
 * @param control how it is filled in
 * @param filling what is in it
 * @param shown that in words, for those who only look
 */
public record FieldView(
    String name,
    String id,
    String label,
    String hint,
    boolean required,
    Control control,
    Filling filling,
    String shown) {

  /**
   * What is in a field.
   *
   * @param text its text, or JSON where it is more than that; never a secret
   * @param isSet whether it is on, or what is never shown is stored
   * @param options what there is to choose from
   * @param names the names of what is never shown
   */
  public record Filling(String text, boolean isSet, List<Option> options, List<String> names) {

    static Filling text(String text) {
      return new Filling(text, false, List.of(), List.of());
    }

    static Filling set(boolean isSet) {
      return new Filling("", isSet, List.of(), List.of());
    }

    static Filling options(List<Option> options) {
      return new Filling("", false, options, List.of());
    }

    /** The values that are offered. */
    public List<String> known() {
      return options.stream().map(Option::value).toList();
    }

    /** What is chosen, in words. */
    public String chosen() {
      return String.join(
          ", ", options.stream().filter(Option::selected).map(Option::label).toList());
    }
  }

  /**
   * Something to choose.
   *
   * @param value as it is stored
   * @param label what it is called
   * @param selected whether it is chosen
   */
  public record Option(String value, String label, boolean selected) {}

  /** How it is filled in, as templates tell it apart. */
  public String kind() {
    return control.code();
  }

  /** Whether nothing need be said, so that the form says so. */
  public boolean mayStayEmpty() {
    return !required && !(control instanceof Control.Choice) && !filling.isSet();
  }

  /** Whether it is code. */
  public boolean mono() {
    return control instanceof Control.Lines(boolean mono) && mono;
  }

  /** Whether what is never shown may have several lines. */
  public boolean severalLines() {
    return control instanceof Control.Secret(boolean lines, boolean clearable) && lines;
  }

  /** Whether what is never shown can be removed. */
  public boolean clearable() {
    return control instanceof Control.Secret(boolean lines, boolean clearable) && clearable;
  }

  /** What a number goes up by. */
  public String step() {
    return control instanceof Control.Number(String step) ? step : "1";
  }

  /** The units of a quantity. */
  public List<Control.Unit> units() {
    return control instanceof Control.Quantity(List<Control.Unit> units) ? units : List.of();
  }

  /** The id of its hint. */
  public String hintId() {
    return id + "-hint";
  }
}

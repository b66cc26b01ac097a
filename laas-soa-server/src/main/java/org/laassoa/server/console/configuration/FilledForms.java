package org.laassoa.server.console.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;
import org.laassoa.server.configuration.project.ProjectNames;
import org.laassoa.server.console.configuration.FieldView.Filling;
import org.laassoa.server.console.configuration.FieldView.Option;

/** Fills the forms in with what is stored. */
@ApplicationScoped
class FilledForms {

  private final Stocks stocks;
  private final ProjectNames projects;

  FilledForms(Stocks stocks, ProjectNames projects) {
    this.projects = projects;
    this.stocks = stocks;
  }

  /** Fields, filled in from an entry as the API shows it. */
  List<FieldView> of(List<Field> fields, ObjectNode document, Words words) {
    boolean choosesProjects =
        fields.stream().anyMatch(field -> field.control() instanceof Control.Projects);
    List<String> known = choosesProjects ? projects.visible() : List.of();
    return fields.stream().map(field -> view(field, document, words, known)).toList();
  }

  /** What is in fields of an entry in words, for lists. */
  List<String> texts(List<Field> fields, ObjectNode document, Words words) {
    return fields.stream().map(field -> view(field, document, words, List.of()).shown()).toList();
  }

  private FieldView view(Field field, ObjectNode document, Words both, List<String> known) {
    FieldWords words = both.fields();
    Filling filling = filling(field, document, words, known);
    var hint = field.hint();
    return new FieldView(
        field.name(),
        "field-" + field.name().replace('.', '-'),
        field.label().apply(words),
        hint == null ? "" : hint.apply(words),
        field.required(),
        field.control(),
        filling,
        Shown.text(field.control(), filling, both.pages()));
  }

  private Filling filling(Field field, ObjectNode document, FieldWords words, List<String> known) {
    JsonNode value = at(document, field.name());
    return switch (field.control()) {
      case Control.Line line -> Filling.text(text(value));
      case Control.Lines lines -> Filling.text(text(value));
      case Control.Number number -> Filling.text(text(value));
      case Control.Quantity quantity -> Filling.text(text(value));
      case Control.FileName file -> Filling.text(text(value));
      case Control.Items items -> Filling.text(String.join("\n", texts(value)));
      case Control.Projects named ->
          new Filling(
              String.join("\n", texts(value)),
              named.everyIsNull() ? value.isNull() || value.isMissingNode() : value.isEmpty(),
              known.stream().map(name -> new Option(name, name, false)).toList(),
              texts(value));
      case Control.Check check -> Filling.set(value.asBoolean());
      case Control.Choice(List<String> values, var names) ->
          Filling.options(options(values, List.of(text(value)), words, names));
      case Control.Several(List<String> values, var names) ->
          Filling.options(options(values, texts(value), words, names));
      case Control.Reference(Section section) -> Filling.options(entries(section, text(value)));
      case Control.Pairs pairs -> Filling.text(value.isObject() ? value.toString() : "{}");
      case Control.Files files -> Filling.text(contents(value).toString());
      case Control.Secret secret -> Filling.set(document.path("has_" + field.name()).asBoolean());
      case Control.SecretFiles files -> secretFiles(document, field.name());
    };
  }

  private static Filling secretFiles(ObjectNode document, String field) {
    List<String> names = texts(document.path(field.replaceAll("s$", "_names")));
    return new Filling("", !names.isEmpty(), List.of(), names);
  }

  private static JsonNode at(JsonNode document, String name) {
    return document.at("/" + name.replace('.', '/'));
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }

  private static List<String> texts(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<Option> options(
      List<String> values,
      List<String> chosen,
      FieldWords words,
      BiFunction<FieldWords, String, String> names) {
    return values.stream()
        .map(value -> new Option(value, names.apply(words, value), chosen.contains(value)))
        .toList();
  }

  private List<Option> entries(Section section, String chosen) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", "", chosen.isEmpty()));
    stocks
        .of(section)
        .names()
        .forEach(name -> options.add(new Option(name, name, name.equals(chosen))));
    return options;
  }

  /** Of each file its content alone. */
  private static JsonNode contents(JsonNode files) {
    if (!(files.deepCopy() instanceof ObjectNode copy)) {
      return JsonNodeFactory.instance.objectNode();
    }
    copy.properties()
        .forEach(
            file -> {
              if (file.getValue().isObject()) {
                file.setValue(file.getValue().path("content"));
              }
            });
    return copy;
  }
}

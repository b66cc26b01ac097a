package org.laassoa.server.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.laassoa.server.language.Message;

/** Turns Bean Validation's paths into the names that the caller knows. */
public final class Violations {
  private static final Pattern CAMEL_BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private static final Pattern ATTRIBUTE = Pattern.compile("\\{(\\w+)}");

  /** What Bean Validation's own constraints say, in English. */
  private static final ResourceBundle USUAL =
      ResourceBundle.getBundle("org.hibernate.validator.ValidationMessages", Locale.ROOT);

  private Violations() {}

  /** The problem that lists every violation, in a stable order. */
  public static ProblemException problem(ConstraintViolationException invalid) {
    List<FieldError> errors =
        invalid.getConstraintViolations().stream()
            .map(violation -> new FieldError(field(violation), message(violation)))
            .sorted(Comparator.comparing(error -> error.words().toString()))
            .toList();
    return ProblemException.invalidFields(errors);
  }

  /** The constraint's own words, with the values of its attributes apart. */
  private static Message message(ConstraintViolation<?> violation) {
    String template = violation.getMessageTemplate();
    boolean usual = template.startsWith("{") && template.endsWith("}");
    String words = usual ? USUAL.getString(template.substring(1, template.length() - 1)) : template;
    if (words.contains("${")) {
      return Message.of(violation.getMessage());
    }
    Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
    List<Object> values =
        ATTRIBUTE.matcher(words).results().map(found -> attributes.get(found.group(1))).toList();
    return new Message(ATTRIBUTE.matcher(words).replaceAll("%s"), values);
  }

  private static String field(ConstraintViolation<?> violation) {
    StringBuilder field = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      append(field, node);
    }
    return field.isEmpty() ? "body" : field.toString();
  }

  private static void append(StringBuilder field, Path.Node node) {
    Object key = node.getKey();
    if (key != null) {
      field.append('[').append(key).append(']');
    } else if (node.getIndex() != null) {
      field.append('[').append(node.getIndex()).append(']');
    }
    if (node.getKind() == ElementKind.PROPERTY) {
      field.append(field.isEmpty() ? "" : ".").append(snakeCase(node.getName()));
    }
  }

  private static String snakeCase(String name) {
    return CAMEL_BORDER.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}

package org.laassoa.server.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns Bean Validation's paths into the names that the caller knows. */
public final class Violations {
  private static final Pattern CAMEL_BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private Violations() {}

  /** The problem that lists every violation, in a stable order. */
  public static ProblemException problem(ConstraintViolationException invalid) {
    List<FieldError> errors =
        invalid.getConstraintViolations().stream()
            .map(violation -> new FieldError(field(violation), violation.getMessage()))
            .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
            .toList();
    return ProblemException.invalidFields(errors);
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

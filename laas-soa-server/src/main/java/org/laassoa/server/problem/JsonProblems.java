package org.laassoa.server.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.language.Message;

/** Says what is wrong with a JSON body, without class names and without repeating values. */
public final class JsonProblems {
  private JsonProblems() {}

  /** The problem of a body that could not be read. */
  public static ProblemException of(JsonProcessingException unreadable) {
    if (unreadable instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
      return ProblemException.invalidField(field(mismatch.getPath()), message(mismatch));
    }
    if (unreadable instanceof JsonMappingException unfit && !unfit.getPath().isEmpty()) {
      return ProblemException.invalidField(
          field(unfit.getPath()), "has a value that cannot be taken, such as too large a number");
    }
    // A ProblemException of a deserializer of ours arrives wrapped.
    if (unreadable.getCause() instanceof ProblemException problem) {
      return problem;
    }
    var place = unreadable.getLocation();
    Message detail =
        place == null
            ? Message.of("The body is not the JSON that is wanted here.")
            : Message.of(
                "The body is not the JSON that is wanted here (line %d, column %d).",
                place.getLineNr(), place.getColumnNr());
    return new ProblemException(ProblemType.MALFORMED_REQUEST, detail);
  }

  private static Message message(MismatchedInputException mismatch) {
    return switch (mismatch) {
      case UnrecognizedPropertyException unknown ->
          Message.of(
              "is not known here; known are %s",
              unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", ")));
      case InvalidFormatException format when format.getTargetType().isEnum() ->
          Message.of("must be one of %s", constants(format.getTargetType()));
      default ->
          Message.of(
              "has the wrong type: %s is wanted", Message.of(wanted(mismatch.getTargetType())));
    };
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String wanted(@Nullable Class<?> type) {
    if (type == null) {
      return "another";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a number";
    }
    if (type == String.class || type.isEnum()) {
      return "a text";
    }
    return Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  private static String field(List<JsonMappingException.Reference> path) {
    return path.stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }
}

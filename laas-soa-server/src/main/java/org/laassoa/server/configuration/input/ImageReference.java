package org.laassoa.server.configuration.input;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** An image as engines name it: {@code host:port/path:tag@digest}, by distribution's grammar. */
@Documented
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Size(max = 255)
@Pattern(
    regexp =
        ImageReference.HOST
            + ImageReference.SEGMENT
            + "(?:/"
            + ImageReference.SEGMENT
            + ")*"
            + ImageReference.TAG
            + ImageReference.DIGEST)
public @interface ImageReference {
  /** An optional host, which has a dot, a port, or is localhost. */
  String HOST =
      "(?:(?:localhost|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+|[A-Za-z0-9-]+(?=:))(?::[0-9]{1,5})?/)?";

  /** One part of the path. */
  String SEGMENT = "[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*";

  /** An optional tag. */
  String TAG = "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?";

  /** An optional digest. */
  String DIGEST = "(?:@sha256:[0-9a-f]{64})?";

  /** What is wanted, in words. */
  String message() default
      "must be an image's name of at most 255 characters, such as eclipse-temurin:25-jdk";

  /** As Bean Validation wants it. */
  Class<?>[] groups() default {};

  /** As Bean Validation wants it. */
  Class<? extends Payload>[] payload() default {};
}

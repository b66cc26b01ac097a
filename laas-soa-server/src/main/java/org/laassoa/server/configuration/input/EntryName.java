package org.laassoa.server.configuration.input;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A name of an entry of the configuration: letters and digits of any script, dot, dash, line. */
@Documented
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = EntryName.Rule.REGEX)
public @interface EntryName {
  /** What is wanted, in words. */
  String message() default EntryName.Rule.MESSAGE;

  /** As Bean Validation wants it. */
  Class<?>[] groups() default {};

  /** As Bean Validation wants it. */
  Class<? extends Payload>[] payload() default {};

  /** The same rule for code. */
  final class Rule {
    /** What a name must match as a whole. */
    public static final String REGEX = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}";

    /** What is wanted, in words. */
    public static final String MESSAGE =
        "must be 1 to 100 letters, digits, '.', '_' or '-', with a letter or digit in front";

    private static final java.util.regex.Pattern PATTERN = java.util.regex.Pattern.compile(REGEX);

    private Rule() {}

    /** Whether this can be a name. */
    public static boolean allows(String name) {
      return PATTERN.matcher(name).matches();
    }
  }
}

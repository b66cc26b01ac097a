package org.laassoa.server.configuration.input;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A text that PostgreSQL can keep: never NUL, never half of a surrogate pair, and other control
 * characters only as the form allows.
 */
@Documented
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = Text.Validator.class)
public @interface Text {
  /** What is wanted, in words. */
  String message() default
      "must be a text ({form}) of at most {max} characters, without forbidden control characters";

  /** The longest text, in UTF-16 units. */
  int max();

  /** Which control characters may stand in it. */
  Form form() default Form.LINE;

  /** As Bean Validation wants it. */
  Class<?>[] groups() default {};

  /** As Bean Validation wants it. */
  Class<? extends Payload>[] payload() default {};

  /** Which control characters may stand in a text. */
  enum Form {
    /** None. */
    LINE(c -> !Character.isISOControl(c)),
    /** Tab and line ends. */
    LINES(c -> c == '\t' || c == '\n' || c == '\r' || !Character.isISOControl(c)),
    /** All but NUL: the content of a file. */
    CONTENT(c -> c != 0);

    private final IntPredicate allowed;

    Form(IntPredicate allowed) {
      this.allowed = allowed;
    }

    boolean allows(String text) {
      return text.codePoints()
          .allMatch(c -> allowed.test(c) && Character.getType(c) != Character.SURROGATE);
    }
  }

  /** The same rule for code. */
  final class Rule {
    private Rule() {}

    /** Whether this is one line of at most {@code max} characters. */
    public static boolean isOneLine(String text, int max) {
      return text.length() <= max && Form.LINE.allows(text);
    }

    /** Whether this can be a file's content of at most {@code max} characters. */
    public static boolean isContent(String text, int max) {
      return text.length() <= max && Form.CONTENT.allows(text);
    }
  }

  /** Applies the rule. */
  final class Validator implements ConstraintValidator<Text, String> {
    private int max;
    private Form form = Form.LINE;

    @Override
    public void initialize(Text rule) {
      max = rule.max();
      form = rule.form();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null || (text.length() <= max && form.allows(text));
    }
  }
}

package org.laassoa.server.configuration.project;

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

/**
 * A pattern for names of branches or tags: {@code *} stands for any characters but the slash,
 * {@code **} for any characters, {@code ?} for one that is not the slash.
 */
@Documented
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = "(?!/)[^\\p{Cntrl} ~^:\\\\\\[]{1,255}(?<!/)")
public @interface RefPattern {
  /** What is wanted, in words. */
  String message() default
      "must be a branch or tag of 1 to 255 characters, in which '*' stands for any characters but"
          + " '/', '**' for any, and '?' for one";

  /** As Bean Validation wants it. */
  Class<?>[] groups() default {};

  /** As Bean Validation wants it. */
  Class<? extends Payload>[] payload() default {};

  /** Tells what fits. */
  final class Rule {
    private Rule() {}

    /**
     * Whether the whole name fits the pattern. Takes time by the product of their lengths, whatever
     * the pattern is.
     */
    public static boolean fits(String pattern, String name) {
      // Which beginnings of the name fit the pattern so far.
      boolean[] fits = new boolean[name.length() + 1];
      fits[0] = true;
      for (int at = 0; at < pattern.length(); at++) {
        boolean many = pattern.charAt(at) == '*';
        boolean slashToo = many && pattern.startsWith("**", at);
        fits = many ? stretched(fits, name, slashToo) : moved(fits, name, pattern.charAt(at));
        at += slashToo ? 1 : 0;
      }
      return fits[name.length()];
    }

    private static boolean[] stretched(boolean[] fits, String name, boolean slashToo) {
      boolean[] next = fits.clone();
      for (int end = 1; end <= name.length(); end++) {
        next[end] |= next[end - 1] && (slashToo || name.charAt(end - 1) != '/');
      }
      return next;
    }

    private static boolean[] moved(boolean[] fits, String name, char wanted) {
      boolean[] next = new boolean[fits.length];
      for (int end = 1; end <= name.length(); end++) {
        char there = name.charAt(end - 1);
        next[end] = fits[end - 1] && (wanted == '?' ? there != '/' : wanted == there);
      }
      return next;
    }
  }
}

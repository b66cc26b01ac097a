package org.laassoa.server.console.fleet;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Objects;
import java.util.Optional;
import org.laassoa.server.console.Language;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.provisioning.OperationFailure;
import org.laassoa.server.provisioning.OperationView;

/** Lets templates say in the reader's language why an operation failed. */
@TemplateExtension
final class FailuresInTemplates {

  private FailuresInTemplates() {}

  /** Step and reason; the server's own words where they are English or too old for a code. */
  static String errorIn(OperationView operation, Language language) {
    String error = Objects.requireNonNullElse(operation.error(), "");
    OperationFailure failure = operation.failure();
    if (language == Language.EN || failure == null || text(failure, language).isEmpty()) {
      return error;
    }
    OperationWords words =
        MessageBundles.get(OperationWords.class, Localized.Literal.of(language.code()));
    String reason = reasonIn(operation, language);
    return failure.step() == null
        ? reason
        : words.failed_at(words.step_named(failure.step()), reason);
  }

  /** The reason alone. */
  static String reasonIn(OperationView operation, Language language) {
    return Optional.ofNullable(operation.failure())
        .flatMap(failure -> text(failure, language).map(text -> text.message(failure.details())))
        .orElseGet(() -> Objects.requireNonNullElse(operation.error(), ""));
  }

  /** What can be done about it, or an empty text. */
  static String adviceIn(OperationView operation, Language language) {
    return Optional.ofNullable(operation.failure())
        .flatMap(failure -> text(failure, language).map(text -> text.advice(failure.details())))
        .orElseGet(() -> Objects.requireNonNullElse(operation.advice(), ""));
  }

  private static Optional<FailureText> text(OperationFailure failure, Language language) {
    return FailureCode.of(failure.code()).map(code -> FailureText.of(code, language));
  }
}

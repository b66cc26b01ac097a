package org.laassoa.server.console.build;

import io.quarkus.qute.TemplateExtension;
import org.laassoa.wire.Outcome;

/** Lets templates say an outcome in the reader's language: {@code build.outcome.happened}. */
@TemplateExtension
final class OutcomeInTemplates {

  private OutcomeInTemplates() {}

  static WhatHappened happened(Outcome outcome) {
    return WhatHappened.of(outcome);
  }
}

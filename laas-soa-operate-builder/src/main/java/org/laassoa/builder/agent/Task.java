package org.laassoa.builder.agent;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.StepName;

/**
 * What is to be known of any action to run it, whatever it does.
 *
 * @param actionId the action
 * @param attempt from 1
 * @param firstStep what it begins with
 * @param secrets what must not appear in its log
 * @param logBytes how long its log may become, or null for any length
 */
record Task(
    String actionId,
    int attempt,
    StepName firstStep,
    Collection<String> secrets,
    @Nullable Long logBytes) {

  /** Without the secrets: this record may end up in a message. */
  @Override
  public String toString() {
    return "Task[" + actionId + "/" + attempt + "]";
  }
}

package org.laassoa.builder.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.laassoa.builder.build.Checkpoint;
import org.laassoa.builder.build.ScriptMark;
import org.laassoa.builder.build.StopReason;
import org.laassoa.builder.execution.ExitStatus;

/**
 * What an attempt that runs keeps on the disk, for a later process of the agent. Nothing in it is
 * secret.
 *
 * @param actionId the action
 * @param attempt from 1
 * @param executor what runs its scripts: another one cannot go on with them
 * @param boot the host's start that it runs under: no script outlives it
 * @param checkpoint how far it has come
 */
@RegisterForReflection(
    targets = {
      AttemptNote.class,
      Checkpoint.class,
      Checkpoint.Begun.class,
      ScriptMark.class,
      StopReason.class,
      ExitStatus.class,
      ExitStatus.Exited.class,
      ExitStatus.OutOfMemory.class,
      ExitStatus.Unknown.class
    })
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record AttemptNote(
    String actionId, int attempt, String executor, String boot, Checkpoint checkpoint) {

  /** The note of an attempt that begins. */
  static AttemptNote beginning(String actionId, int attempt, String executor) {
    return new AttemptNote(actionId, attempt, executor, Boot.id(), Checkpoint.NOTHING);
  }

  AttemptNote with(Checkpoint later) {
    return new AttemptNote(actionId, attempt, executor, boot, later);
  }
}

package org.laassoa.server.build;

import java.time.Instant;
import java.util.List;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepReport;

/**
 * An attempt of a build that another one followed.
 *
 * @param number from 1
 * @param agent the agent that had it
 * @param startedAt when it was handed out
 * @param endedAt when it was taken back
 * @param outcome why it ended
 * @param steps how far it came
 * @param logBytes the length of its log
 */
public record FormerAttempt(
    int number,
    String agent,
    Instant startedAt,
    Instant endedAt,
    Outcome outcome,
    List<StepReport> steps,
    long logBytes) {}

package org.laassoa.builder.doctor;

import java.util.List;
import org.jboss.logging.Logger;
import org.laassoa.builder.execution.BuildOutput;

/** Makes all checks, one after the other. */
public final class Doctor {

  private static final Logger LOG = Logger.getLogger(Doctor.class);

  private final List<Check> checks;

  /** A doctor who looks at that. */
  public Doctor(List<Check> checks) {
    this.checks = checks;
  }

  /**
   * Looks at everything.
   *
   * @param output told what is found, and what to do
   * @return whether nothing fails
   */
  public boolean run(BuildOutput output) {
    boolean healthy = true;
    for (Check check : checks) {
      for (Finding finding : findings(check)) {
        finding.lines(check.name()).lines().forEach(output::line);
        healthy &= finding.level() != Finding.Level.FAIL;
      }
    }
    return healthy;
  }

  private static List<Finding> findings(Check check) {
    try {
      return check.findings();
    } catch (RuntimeException e) {
      LOG.warnf(e, "The check %s failed", check.name());
      return List.of(
          Finding.fail("it could not be checked: " + e.getClass().getSimpleName(), "see the log"));
    }
  }
}

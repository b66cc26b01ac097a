package org.laassoa.builder.doctor;

import java.util.List;
import java.util.function.Supplier;
import org.laassoa.builder.execution.BuildOutput;

/**
 * What an agent that runs says of itself.
 *
 * @param facts looked up each time, a line each; without secrets
 * @param doctor made each time, looks at the rest
 */
public record Diagnosis(Supplier<List<String>> facts, Supplier<Doctor> doctor) {

  /** Says all of it. */
  public void run(BuildOutput output) {
    facts.get().forEach(output::line);
    boolean healthy = doctor.get().run(output);
    output.line(healthy ? "nothing fails" : "something fails, see above");
  }
}

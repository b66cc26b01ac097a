package org.laassoa.builder.build;

import java.io.IOException;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.wire.Environment;
import org.laassoa.wire.StepName;

/** Runs the compile script in the build environment. */
record CompileSource(String script, Environment environment) implements Step {

  @Override
  public StepName name() {
    return StepName.COMPILE;
  }

  @Override
  public String subject() {
    return script;
  }

  @Override
  public void run(Build build) throws BuildFailure, InterruptedException, IOException {
    RunScript.ordinary(name(), script, environment).run(build);
  }
}

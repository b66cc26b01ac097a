package org.laassoa.builder.build;

import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.wire.Environment;
import org.laassoa.wire.StepName;

/** Finds or makes the image of the build environment. */
record PrepareImage(Environment environment) implements Step {

  @Override
  public StepName name() {
    return StepName.IMAGE;
  }

  @Override
  public String subject() {
    return environment.name();
  }

  @Override
  public void run(Build build) throws BuildFailure, InterruptedException {
    build.tools().executor().prepare(name(), environment, build::say);
  }
}

package org.laassoa.builder.build;

import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Registry;
import org.laassoa.wire.StepName;

/** Pushes what was made. The image stays on the engine, where it is the next build's cache. */
record PushImage(Registry registry) implements Step {

  @Override
  public StepName name() {
    return StepName.PUSH;
  }

  @Override
  public String subject() {
    return registry.address();
  }

  @Override
  public void run(Build build) throws BuildFailure, InterruptedException {
    for (ImageReport image : build.progress().images()) {
      ImageReport pushed = build.tools().executor().pushImage(image, registry, build::say);
      build.progress().made(pushed);
      build.say("pushed " + pushed.reference());
    }
  }
}

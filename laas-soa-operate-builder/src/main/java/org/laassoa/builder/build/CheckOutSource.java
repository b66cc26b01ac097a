package org.laassoa.builder.build;

import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.wire.Source;
import org.laassoa.wire.StepName;

/** Brings the source to the commit that the branch or tag stands for. */
record CheckOutSource(Source source, String type) implements Step {

  @Override
  public StepName name() {
    return StepName.CHECKOUT;
  }

  @Override
  public String subject() {
    return source.url() + " " + type + " " + source.ref();
  }

  @Override
  public void run(Build build) throws BuildFailure, InterruptedException {
    build
        .progress()
        .checkedOut(
            build.tools().checkout().run(source, type, build.workspace(), build::say).commit());
  }
}

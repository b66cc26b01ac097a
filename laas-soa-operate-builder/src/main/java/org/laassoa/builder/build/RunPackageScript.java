package org.laassoa.builder.build;

import java.io.IOException;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.wire.Environment;
import org.laassoa.wire.StepName;

/**
 * Makes the image by a script that is given the container engine and the registry's login. It is
 * taken from the configuration only, never from the source: who may push to a repository may not by
 * that rule the build machine.
 */
record RunPackageScript(String script, Environment environment) implements Step {

  @Override
  public StepName name() {
    return StepName.PACKAGE;
  }

  @Override
  public String subject() {
    return script;
  }

  @Override
  public void run(Build build) throws BuildFailure, InterruptedException, IOException {
    if (build.progress().script().isEmpty()) {
      build.tools().executor().prepare(name(), environment, build::say);
    }
    RunScript.trusted(name(), script, environment).run(build);
  }
}

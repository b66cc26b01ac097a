package org.laassoa.builder.build;

import java.io.IOException;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.wire.StepName;

/** One step of a build. */
sealed interface Step
    permits CheckOutSource,
        UpdateScripts,
        PrepareImage,
        CompileSource,
        BuildImage,
        RunPackageScript,
        PushImage {

  /** Which step it is. */
  StepName name();

  /** What it works on, in a few words: stands in the log beside the step's name. */
  String subject();

  /**
   * Does it.
   *
   * @throws BuildFailure when the build ends here, with a reason of its own
   * @throws IOException when the agent's disk does not do what it should
   */
  void run(Build build) throws BuildFailure, InterruptedException, IOException;
}

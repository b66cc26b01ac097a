package org.laassoa.builder.server;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.laassoa.wire.ActionData;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.CleanData;
import org.laassoa.wire.CompleteRequest;
import org.laassoa.wire.ConsumeRequest;
import org.laassoa.wire.DiagnoseData;
import org.laassoa.wire.DiskSpace;
import org.laassoa.wire.Environment;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.FetchAnswer;
import org.laassoa.wire.FetchRequest;
import org.laassoa.wire.Holding;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.JoinAnswer;
import org.laassoa.wire.JoinRequest;
import org.laassoa.wire.Limits;
import org.laassoa.wire.LogAnswer;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.Packaging;
import org.laassoa.wire.PackagingKind;
import org.laassoa.wire.Problem;
import org.laassoa.wire.PullPolicy;
import org.laassoa.wire.Registry;
import org.laassoa.wire.Source;
import org.laassoa.wire.StepReport;

/**
 * Tells the native executable which records Jackson reads and writes by reflection: the wire's
 * module knows nothing of Quarkus, and nested records are found by nobody.
 */
@RegisterForReflection(
    targets = {
      ActionData.class,
      BuildData.class,
      CleanData.class,
      DiagnoseData.class,
      ActionOrder.class,
      CompleteRequest.class,
      ConsumeRequest.class,
      DiskSpace.class,
      Environment.class,
      FailureReason.class,
      FetchAnswer.class,
      FetchRequest.class,
      FetchRequest.Param.class,
      Holding.class,
      ImageReport.class,
      JoinAnswer.class,
      JoinRequest.class,
      Limits.class,
      LogAnswer.class,
      Outcome.class,
      Outcome.Succeeded.class,
      Outcome.ScriptFailed.class,
      Outcome.OutOfMemory.class,
      Outcome.TimedOut.class,
      Outcome.Cancelled.class,
      Outcome.HandedBack.class,
      Outcome.InputFailed.class,
      Outcome.InfrastructureFailed.class,
      Packaging.class,
      PackagingKind.class,
      Problem.class,
      PullPolicy.class,
      Registry.class,
      Source.class,
      StepReport.class
    })
final class WireReflection {

  private WireReflection() {}
}

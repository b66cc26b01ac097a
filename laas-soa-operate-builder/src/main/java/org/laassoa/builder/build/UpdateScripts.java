package org.laassoa.builder.build;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.server.BackOff;
import org.laassoa.builder.server.ServerFailure;
import org.laassoa.builder.server.ServerFailure.RequestRefused;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;
import org.laassoa.builder.server.ServerFailure.TokenRefused;
import org.laassoa.builder.workspace.ScriptFiles;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.FetchRequest;
import org.laassoa.wire.StepName;

/** Brings the scripts to the versions that the action pins, and fetches only what differs. */
record UpdateScripts(BuildData action) implements Step {

  @Override
  public StepName name() {
    return StepName.SCRIPTS;
  }

  @Override
  public String subject() {
    return String.join(" ", versions().keySet());
  }

  @Override
  public void run(Build build) throws BuildFailure, InterruptedException, IOException {
    ScriptFiles scripts = new ScriptFiles(build.workspace());
    List<String> outdated = scripts.outdated(action.buildConfig(), versions());
    Map<String, String> fetched = outdated.isEmpty() ? Map.of() : fetch(build, outdated);
    scripts.update(action.buildConfig(), versions(), fetched);
    build.say(outdated.isEmpty() ? "up to date" : "fetched " + String.join(" ", outdated));
  }

  private Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    action.buildConfigFileVersionList().forEach(versions::putAll);
    return versions;
  }

  /** Waits out a server that is away, for as long as the build's time limit lets it. */
  private Map<String, String> fetch(Build build, List<String> names)
      throws BuildFailure, InterruptedException {
    FetchRequest request = FetchRequest.of(action.buildConfigFileId(), names);
    BackOff backOff = new BackOff();
    while (true) {
      try {
        Map<String, String> fetched = build.tools().server().fetch(request).dataList();
        if (fetched.keySet().containsAll(names)) {
          return fetched;
        }
        throw failed("the server did not send all of " + String.join(" ", names));
      } catch (ServerFailure failure) {
        switch (failure) {
          case ServerUnreachable unreachable -> Thread.sleep(backOff.next());
          case RequestRefused refused ->
              throw failed("the server refused the scripts: " + refused.getMessage());
          case TokenRefused refused ->
              throw failed("the server refused the scripts: " + refused.getMessage());
        }
      }
    }
  }

  private BuildFailure failed(String detail) {
    return BuildFailure.infrastructure(name(), FailureReason.INTERNAL, detail);
  }
}

package org.laassoa.builder.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.Environment;
import org.laassoa.wire.Limits;
import org.laassoa.wire.Packaging;
import org.laassoa.wire.PackagingKind;
import org.laassoa.wire.PullPolicy;
import org.laassoa.wire.Registry;
import org.laassoa.wire.Source;

/** Actions as a server hands them out. */
public final class Actions {

  /** The environment of all of them. */
  public static final Environment JDK =
      new Environment("jdk", "eclipse-temurin:25", null, PullPolicy.IF_MISSING, "bridge", null);

  /** A registry with a login. */
  public static final Registry REGISTRY = new Registry("registry.example:5000", "ci", "push-pass");

  private Actions() {}

  /** A build with a compile script and nothing else: no source, no image. */
  public static BuildData compileOnly(String actionId) {
    return of(actionId, null, null, "compile.sh", null, null, 3600);
  }

  /** The same, with a time limit in seconds. */
  public static BuildData limited(String actionId, long timeoutSeconds) {
    return of(actionId, null, null, "compile.sh", null, null, timeoutSeconds);
  }

  /** A build whose compile script must not run twice. */
  public static BuildData compiledOnce(String actionId) {
    return compiledOnce(actionId, 3600);
  }

  /** The same, with a time limit in seconds. */
  public static BuildData compiledOnce(String actionId, long timeoutSeconds) {
    BuildData any = limited(actionId, timeoutSeconds);
    return new BuildData(
        any.action(),
        any.actionId(),
        any.actionDataId(),
        any.project(),
        any.projectType(),
        any.type(),
        any.buildConfig(),
        any.buildConfigFileId(),
        any.buildConfigFileVersionList(),
        any.source(),
        any.environment(),
        any.compileScript(),
        any.packaging(),
        any.registry(),
        any.limits(),
        any.variables(),
        any.homeFiles(),
        any.secrets(),
        List.of("compile"),
        null);
  }

  /** A build that gets a secret as a variable and one as a file. */
  public static BuildData withSecrets(BuildData any, String value, String fileContent) {
    Map<String, String> variables = new HashMap<>(any.variables());
    variables.put("TOKEN", value);
    return new BuildData(
        any.action(),
        any.actionId(),
        any.actionDataId(),
        any.project(),
        any.projectType(),
        any.type(),
        any.buildConfig(),
        any.buildConfigFileId(),
        any.buildConfigFileVersionList(),
        any.source(),
        any.environment(),
        any.compileScript(),
        any.packaging(),
        any.registry(),
        any.limits(),
        variables,
        any.homeFiles(),
        List.of(value, fileContent),
        any.unrepeatableSteps(),
        Map.of("KEY", fileContent));
  }

  /** A deployable project: checked out, compiled, made an image of, pushed. */
  public static BuildData deployable(String actionId, String type) {
    return of(
        actionId,
        type,
        source("main"),
        "compile.sh",
        packaging(PackagingKind.DOCKERFILE, "Dockerfile"),
        REGISTRY,
        3600);
  }

  /** A project whose image is made by a script. */
  public static BuildData packagedByScript(String actionId) {
    return of(
        actionId,
        "branch",
        source("main"),
        "compile.sh",
        packaging(PackagingKind.SCRIPT, "package.sh"),
        REGISTRY,
        3600);
  }

  /** An image of the service's own: no source and no script. */
  public static BuildData parentImage(String actionId) {
    return of(
        actionId, null, null, null, packaging(PackagingKind.DOCKERFILE, "Dockerfile"), null, 3600);
  }

  /** A branch's or tag's source. */
  public static Source source(String ref) {
    return new Source(
        "git", "team/app.git", "http://git.example/team/app.git", ref, "u", "git-pass", false);
  }

  /** Packaging with a build argument that refers to a variable. */
  public static Packaging packaging(PackagingKind kind, String file) {
    return new Packaging(
        kind,
        file,
        "source",
        "registry.example:5000/hello-main",
        "7_202611221000",
        Map.of("TAG", "${IMAGE_PROJECT_TAG}"),
        null);
  }

  /** Any. */
  public static BuildData of(
      String actionId,
      @Nullable String type,
      @Nullable Source source,
      @Nullable String compileScript,
      @Nullable Packaging packaging,
      @Nullable Registry registry,
      long timeoutSeconds) {
    return new BuildData(
        "build",
        actionId,
        "1",
        "hello",
        "java",
        type,
        "config-1",
        "config-1@1",
        List.of(Map.of("compile.sh", "1"), Map.of("Dockerfile", "1"), Map.of("package.sh", "1")),
        source,
        JDK,
        compileScript,
        packaging,
        registry,
        new Limits(timeoutSeconds, 1024L, null, null, null),
        Map.of("GREETING", "hi"),
        Map.of(".m2/password", "home-pass\n"),
        List.of("param-pass"),
        null,
        null);
  }
}

package org.laassoa.builder.build;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.Environment;
import org.laassoa.wire.Packaging;
import org.laassoa.wire.StepName;

/** Which steps a build goes through. */
final class Recipe {

  private Recipe() {}

  /** The steps of a build, in their order. */
  static List<Step> of(BuildData action) {
    return action.steps().stream().map(name -> step(name, action)).toList();
  }

  private static Step step(StepName name, BuildData action) {
    return switch (name) {
      case CHECKOUT -> new CheckOutSource(requireNonNull(action.source()), typeOf(action));
      case SCRIPTS -> new UpdateScripts(action);
      case IMAGE -> new PrepareImage(action.environment());
      case COMPILE ->
          new CompileSource(requireNonNull(action.compileScript()), action.environment());
      case PACKAGE -> packaging(requireNonNull(action.packaging()), action.environment());
      case PUSH -> new PushImage(requireNonNull(action.registry()));
      case CLEAN, DIAGNOSE -> throw new IllegalArgumentException(name + " is no step of a build");
    };
  }

  private static Step packaging(Packaging packaging, Environment compile) {
    Environment own = packaging.environment();
    return switch (packaging.kind()) {
      case SCRIPT -> new RunPackageScript(packaging.file(), own == null ? compile : own);
      case DOCKERFILE -> new BuildImage(packaging);
    };
  }

  private static String typeOf(BuildData action) {
    return action.type() == null ? "branch" : action.type();
  }
}

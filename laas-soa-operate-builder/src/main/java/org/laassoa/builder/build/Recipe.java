package org.laassoa.builder.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.Environment;
import org.laassoa.wire.Packaging;
import org.laassoa.wire.Registry;

/** Which steps a build goes through. */
final class Recipe {

  private Recipe() {}

  /** The steps of a build, in their order. */
  static List<Step> of(BuildData action) {
    List<Step> steps = new ArrayList<>();
    if (action.source() != null) {
      steps.add(new CheckOutSource(action.source(), typeOf(action)));
    }
    steps.add(new UpdateScripts(action));
    if (action.compileScript() != null) {
      steps.add(new PrepareImage(action.environment()));
      steps.add(new CompileSource(action.compileScript(), action.environment()));
    }
    if (action.packaging() != null) {
      steps.addAll(packaging(action.packaging(), action.environment(), action.registry()));
    }
    return List.copyOf(steps);
  }

  private static List<Step> packaging(
      Packaging packaging, Environment compile, @Nullable Registry registry) {
    return switch (packaging.kind()) {
      case SCRIPT -> {
        Environment own = packaging.environment();
        yield List.of(new RunPackageScript(packaging.file(), own == null ? compile : own));
      }
      case DOCKERFILE ->
          registry == null
              ? List.of(new BuildImage(packaging))
              : List.of(new BuildImage(packaging), new PushImage(registry));
    };
  }

  private static String typeOf(BuildData action) {
    return action.type() == null ? "branch" : action.type();
  }
}

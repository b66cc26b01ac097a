package org.laassoa.endtoend;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The worlds that the test classes share, one for each {@link Execution}, started when first asked
 * for and ended after the last class. A test class takes it by its constructor.
 */
public final class Worlds implements AutoCloseable {

  private final Map<Execution, World> started = new EnumMap<>(Execution.class);

  /** The shared world; skips the test where the machine lacks what that execution needs. */
  synchronized World on(Execution execution) throws InterruptedException {
    if (execution == Execution.DOCKER) {
      Needs.engine();
    }
    World world = started.get(execution);
    if (world == null) {
      world = World.start(execution);
      started.put(execution, world);
    }
    return world;
  }

  @Override
  public synchronized void close() {
    started.values().forEach(World::close);
    started.clear();
  }

  /** Gives each test class the same one. */
  public static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Worlds.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(Worlds.class))
          .getOrComputeIfAbsent(Worlds.class, key -> new Worlds(), Worlds.class);
    }
  }
}

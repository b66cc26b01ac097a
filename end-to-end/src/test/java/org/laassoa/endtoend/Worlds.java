package org.laassoa.endtoend;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The worlds that the test classes share, one for each {@link Execution} and one without an agent,
 * started when first asked for and ended after the last class. A test class takes it by its
 * constructor.
 */
public final class Worlds implements AutoCloseable {

  private final Map<Execution, World> started = new EnumMap<>(Execution.class);
  private World bare;

  /** The shared world; skips the test where the machine lacks what that execution needs. */
  public synchronized World on(Execution execution) throws InterruptedException {
    Needs.of(execution);
    World world = started.get(execution);
    if (world == null) {
      world = World.start(execution);
      started.put(execution, world);
    }
    return world;
  }

  /** The shared world without an agent: a test starts its own there and ends it, or plays one. */
  public synchronized World bare() throws InterruptedException {
    if (bare == null) {
      bare = World.bare();
    }
    return bare;
  }

  @Override
  public synchronized void close() {
    started.values().forEach(World::close);
    started.clear();
    if (bare != null) {
      bare.close();
      bare = null;
    }
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
          .computeIfAbsent(Worlds.class, key -> new Worlds(), Worlds.class);
    }
  }
}

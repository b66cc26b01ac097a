package org.laassoa.builder.build;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.Environment;
import org.laassoa.wire.Packaging;
import org.laassoa.wire.Registry;

/** What of an action's data must not appear in its log. */
public final class Secrets {

  /** Shorter ones would blacken half the log and are no secrets. */
  private static final int SHORTEST = 4;

  private Secrets() {}

  /** The values to mask, in no particular order. */
  public static Set<String> of(BuildData action) {
    Set<String> secrets = new LinkedHashSet<>(action.secrets());
    if (action.source() != null) {
      add(secrets, action.source().password());
    }
    addPassword(secrets, action.registry());
    addPassword(secrets, action.environment().registry());
    Packaging packaging = action.packaging();
    Environment own = packaging == null ? null : packaging.environment();
    if (own != null) {
      addPassword(secrets, own.registry());
    }
    // A file of one line is most often a password; of a longer one nobody knows what is secret.
    action.homeFiles().values().stream()
        .map(String::strip)
        .filter(content -> content.lines().count() == 1)
        .forEach(secrets::add);
    return Set.copyOf(secrets.stream().filter(secret -> secret.length() >= SHORTEST).toList());
  }

  private static void addPassword(Set<String> secrets, @Nullable Registry registry) {
    if (registry != null) {
      add(secrets, registry.password());
    }
  }

  private static void add(Set<String> secrets, @Nullable String secret) {
    Stream.ofNullable(secret).forEach(secrets::add);
  }
}

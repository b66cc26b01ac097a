package org.laassoa.server.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lines to look at first, of the failed attempts that were looked at last. To find one may take
 * to read 32 MiB: it is found once, also when all who watch the build ask at its end. What has
 * failed does not change any more.
 */
final class FirstErrors {

  private static final int MOST = 10_000;

  private final Map<Key, Answer> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
          return size() > MOST;
        }
      };

  private record Key(String build, int attempt) {}

  /** What is found under its own lock: others wait for it, and those of other attempts do not. */
  private static final class Answer {
    private boolean found;
    private @Nullable Long line;

    synchronized @Nullable Long get(Supplier<@Nullable Long> search) {
      if (!found) {
        line = search.get();
        found = true;
      }
      return line;
    }
  }

  /** The line of an attempt that failed, or null where no line says anything. */
  @Nullable Long of(String build, int attempt, Supplier<@Nullable Long> search) {
    Answer answer;
    synchronized (known) {
      answer = known.computeIfAbsent(new Key(build, attempt), key -> new Answer());
    }
    return answer.get(search);
  }
}

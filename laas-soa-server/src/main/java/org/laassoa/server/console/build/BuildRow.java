package org.laassoa.server.console.build;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.BuildView;

/**
 * A build as one row of a table.
 *
 * @param build the build
 * @param subject what it is of
 */
public record BuildRow(BuildView build, BuildSubject subject) {

  private static final int SHORT = 8;

  /** The row of a build. */
  public static BuildRow of(BuildView build) {
    return new BuildRow(build, BuildSubject.of(build));
  }

  /** The rows of builds, in their order. */
  public static List<BuildRow> of(List<BuildView> builds) {
    return builds.stream().map(BuildRow::of).toList();
  }

  /** The commit's first characters, as people write it, or null while it is not known. */
  public @Nullable String shortCommit() {
    return shortened(build.commit());
  }

  /** When its waiting ended, or null while it waits. */
  public @Nullable Instant waitedUntil() {
    return build.startedAt() == null ? build.endedAt() : build.startedAt();
  }

  /** The page of its branch or tag, or null where it has none. */
  public @Nullable String refAddress() {
    String ref = build.ref();
    return ref == null || subject.address() == null
        ? null
        : subject.address() + "?ref=" + BuildSubject.encoded(ref);
  }

  static @Nullable String shortened(@Nullable String commit) {
    return commit == null ? null : commit.substring(0, Math.min(SHORT, commit.length()));
  }
}

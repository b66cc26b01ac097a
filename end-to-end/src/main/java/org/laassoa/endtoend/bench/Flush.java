package org.laassoa.endtoend.bench;

import java.sql.SQLException;
import java.util.Locale;
import org.laassoa.endtoend.database.Postgres;

/** What it costs PostgreSQL to bring a commit to the disk. */
enum Flush {
  /** What this disk takes. */
  AS_IT_IS("0", "5"),

  /** A millisecond more for each, as on a disk that is really asked to write. */
  ONE_MILLISECOND("1000", "0");

  private final String delay;
  private final String siblings;

  Flush(String delay, String siblings) {
    this.delay = delay;
    this.siblings = siblings;
  }

  /** As the figures name it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  void set(Postgres postgres) throws SQLException {
    postgres.setting("commit_delay", delay);
    postgres.setting("commit_siblings", siblings);
  }
}

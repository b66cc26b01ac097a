package org.laassoa.server.commitstatus;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.commitstatus.ReportedBuilds.Reported;
import org.laassoa.server.database.Json;
import org.laassoa.server.delivery.Deliveries;
import org.laassoa.server.event.BuildEvent;
import org.laassoa.server.event.BuildEventListener;

/**
 * Writes down what git hosts are to be told when a build comes to a state. Until a commit is known,
 * which for builds that nobody pushed is at their end, there is nothing to tell.
 */
@ApplicationScoped
class CommitStatuses implements BuildEventListener {
  private final Deliveries deliveries;
  private final Json json;

  CommitStatuses(Deliveries deliveries, Json json) {
    this.deliveries = deliveries;
    this.json = json;
  }

  @Override
  public void on(Connection connection, BuildEvent event) throws SQLException {
    Optional<Reported> found = ReportedBuilds.find(connection, event.build());
    if (found.isEmpty()) {
      return;
    }
    Reported build = found.get();
    String wanted = build.wanted();
    String built = build.built();
    if (built != null) {
      add(connection, event, build, built, null);
    }
    // The branch had gone on: what the push was told to wait for has ended too.
    if (wanted != null && !wanted.equals(built)) {
      add(connection, event, build, wanted, built);
    }
  }

  /** Of one commit they are told one after the other, those of several builds too. */
  private void add(
      Connection connection,
      BuildEvent event,
      Reported build,
      String commit,
      @Nullable String builtCommit)
      throws SQLException {
    StatusPayload payload =
        new StatusPayload(
            event.build(), event.project(), build.ref(), commit, builtCommit, event.state());
    deliveries.add(
        connection, TellCommitStatus.NAME, TellCommitStatus.subject(payload), json.write(payload));
  }
}

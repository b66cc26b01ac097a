package org.laassoa.endtoend.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.laassoa.endtoend.database.Postgres;

/** Plain claims by this JVM. */
record JdbcClaims(Postgres postgres) implements PlainClaims {

  @Override
  public String name() {
    return "jdbc_claim_and_complete";
  }

  @Override
  public double perSecond(int jobsOfEach) throws SQLException, InterruptedException {
    PlainClaims.fill(postgres, CLIENTS * jobsOfEach);
    Stopwatch time = new Stopwatch();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        done.add(
            clients.submit(
                () -> {
                  client(jobsOfEach);
                  return null;
                }));
      }
      for (Future<?> one : done) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return CLIENTS * jobsOfEach * 1e3 / time.milliseconds();
  }

  private void client(int jobs) throws SQLException {
    try (Connection connection = postgres.connect();
        PreparedStatement claim = connection.prepareStatement(CLAIM);
        PreparedStatement complete = connection.prepareStatement(COMPLETE.formatted("?"))) {
      for (int i = 0; i < jobs; i++) {
        try (ResultSet row = claim.executeQuery()) {
          row.next();
          complete.setLong(1, row.getLong(1));
        }
        complete.executeUpdate();
      }
    }
  }
}

package org.laassoa.server.event;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A bean that is told of the states of builds: only of builds of which somebody is to be told,
 * which is decided when they are enqueued.
 */
public interface BuildEventListener {

  /**
   * Writes down what is to be done about it, on this connection and nowhere else: the event is
   * removed in the same transaction, so what is written is written exactly once. Events of one
   * build come in their order. A throw has it all done again later.
   */
  void on(Connection connection, BuildEvent event) throws SQLException;
}

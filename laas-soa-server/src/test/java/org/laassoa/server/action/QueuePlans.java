package org.laassoa.server.action;

import org.laassoa.server.database.Transactions;

/** Gives tests of other packages the plans of a database. */
public final class QueuePlans {

  private QueuePlans() {}

  /** The plans of that database. */
  public static Plans of(Transactions transactions) {
    return new Plans(transactions);
  }
}

package org.laassoa.server.provisioning;

import org.laassoa.server.provisioning.OperationEvent.Kind;

/** Keeps what happens in an operation in the database, at once: others follow it there. */
final class StoredJournal implements Journal {
  private static final int MOST_TEXT = 64 * 1024;

  private final OperationStore store;
  private final long id;
  private int sequence;

  StoredJournal(OperationStore store, long id) {
    this.store = store;
    this.id = id;
  }

  /** The operation was ended by another server, which took this one for lost. */
  static final class OperationLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OperationLost(long id) {
      super("operation " + id + " was ended by another server");
    }
  }

  @Override
  public void started(String step) {
    append(step, Kind.STARTED, "");
  }

  @Override
  public void output(String step, String text) {
    append(step, Kind.OUTPUT, text);
  }

  @Override
  public void succeeded(String step) {
    append(step, Kind.SUCCEEDED, "");
  }

  @Override
  public void failed(String step, String reason) {
    append(step, Kind.FAILED, reason);
  }

  /** Text from elsewhere may hold NUL, which the database does not keep. */
  private void append(String step, Kind kind, String text) {
    String kept = text.replace('\0', '?');
    if (kept.length() > MOST_TEXT) {
      kept = kept.substring(0, MOST_TEXT) + "\n(the rest is left out)\n";
    }
    sequence++;
    if (!store.append(id, sequence, step, kind, kept)) {
      throw new OperationLost(id);
    }
  }
}

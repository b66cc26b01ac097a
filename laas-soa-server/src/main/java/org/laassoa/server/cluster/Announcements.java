package org.laassoa.server.cluster;

/** Tells the other servers what has changed. */
@FunctionalInterface
public interface Announcements {

  /** Tells them; called after the commit, returns at once, and may be lost. */
  void tell(Word word);
}

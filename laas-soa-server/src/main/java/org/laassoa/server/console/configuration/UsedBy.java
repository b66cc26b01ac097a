package org.laassoa.server.console.configuration;

import java.util.List;

/**
 * Who uses an entry.
 *
 * @param users those that name it, which keeps it from being deleted
 * @param asDefault the projects that name no git server, where this is the default one; a few
 */
record UsedBy(List<UserLink> users, List<UserLink> asDefault) {

  /** Whether nobody does. */
  public boolean isNone() {
    return users.isEmpty() && asDefault.isEmpty();
  }
}

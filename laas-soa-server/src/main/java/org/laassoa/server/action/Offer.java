package org.laassoa.server.action;

import java.util.Set;
import org.laassoa.wire.ActionType;

/**
 * What an agent would take at the moment: its subscription within what the rules allow.
 *
 * @param types the types; none when it takes nothing
 * @param labels what it has, its own label of {@link Lane#agentLabel} among it
 */
public record Offer(Set<ActionType> types, Set<String> labels) {

  /** Whether it can take the actions of this lane. */
  public boolean serves(Lane lane) {
    if (!types.contains(lane.type())) {
      return false;
    }
    for (String label : lane.labels()) {
      if (!labels.contains(label)) {
        return false;
      }
    }
    return true;
  }
}

package org.laassoa.server.provisioning;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be done on a machine. */
public enum OperationKind {
  /** Installs the agent, or brings what is there up to date. */
  PROVISION,
  /** Finds out what kind of machine it is, and changes nothing. */
  LOOK,
  /** Gives an agent that is installed the newest executable; its builds go on. */
  UPGRADE,
  /** Starts the agent afresh; its builds go on. */
  RESTART,
  /** Removes the agent with all its files. */
  UNINSTALL,
  /** Fetches what helps to find out what is wrong. */
  DIAGNOSE;

  /** As in the API and in the table. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static OperationKind of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}

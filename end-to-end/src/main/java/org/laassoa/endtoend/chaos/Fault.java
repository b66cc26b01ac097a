package org.laassoa.endtoend.chaos;

/** What is broken at a phase, besides the one connection that the phase is about. */
enum Fault {
  CONNECTION("cut the connection"),
  ALL_CONNECTIONS("cut all connections"),
  SERVER("killed the server"),
  SERVERS("killed both servers"),
  SERVER_STALL("stopped the server for a while"),
  AGENT("killed the agent"),
  AGENT_STALL("stopped the agent for a while"),
  POSTGRES("killed PostgreSQL"),
  ENGINE("cut the engine off");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /** As the printed line has it. */
  String words() {
    return words;
  }
}

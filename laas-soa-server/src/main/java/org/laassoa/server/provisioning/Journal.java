package org.laassoa.server.provisioning;

/** Is told what happens in an operation, in order. */
interface Journal {

  /** A step begins. */
  void started(String step);

  /** The step that has begun has something to say: whole lines, without secrets. */
  void output(String step, String text);

  /** The step was done. */
  void succeeded(String step);

  /** The step could not be done, and the operation ends. */
  void failed(String step, String reason);
}

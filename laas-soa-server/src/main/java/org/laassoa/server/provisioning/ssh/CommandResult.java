package org.laassoa.server.provisioning.ssh;

/**
 * How a command ended.
 *
 * @param exitCode 0 to 255
 * @param output standard output, at most 256 KiB of it
 * @param errors standard error, as above
 */
public record CommandResult(int exitCode, String output, String errors) {

  /** Whether it ended well. */
  public boolean succeeded() {
    return exitCode == 0;
  }

  /** All that it printed, without white space at the ends. */
  public String text() {
    return (output + errors).strip();
  }
}

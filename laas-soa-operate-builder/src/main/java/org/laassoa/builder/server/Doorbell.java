package org.laassoa.builder.server;

/**
 * An open connection over which the server says that a poll is worth while. It brings nothing but
 * that: whoever loses it loses no work.
 */
public interface Doorbell extends AutoCloseable {

  /**
   * Waits until the server cannot ring any more.
   *
   * @return why, in a few words
   */
  String awaitBroken() throws InterruptedException;

  /** Hangs up. Closing twice does nothing. */
  @Override
  void close();
}

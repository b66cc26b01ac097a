package org.laassoa.server.provisioning.ssh;

import java.io.InputStream;
import java.util.function.LongConsumer;
import org.laassoa.server.machine.HostKey;

/** A session on another host, for one thread at a time. */
public interface SshSession extends AutoCloseable {

  /** The host's key, which was checked before anything was sent. */
  HostKey hostKey();

  /**
   * Runs a command and waits for its end.
   *
   * @throws SshFailure when the connection is lost or the command's limit is reached
   */
  CommandResult run(RemoteCommand command) throws SshFailure, InterruptedException;

  /**
   * Writes a file, over one that is there.
   *
   * @param path absolute
   * @param mode the permissions that it gets before it has any content, such as 0600
   * @param progress is told how many bytes have been sent
   * @throws SshFailure when it cannot be written; a part of it may be there then
   */
  void write(String path, int mode, InputStream content, LongConsumer progress)
      throws SshFailure, InterruptedException;

  /** Ends it; what still waits for it fails. */
  @Override
  void close();
}

package org.laassoa.server.provisioning.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import com.jcraft.jsch.SftpProgressMonitor;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.HostKey;
import org.laassoa.server.machine.MachineFailure;

/** A session of JSch. */
final class JschSession implements SshSession {
  private static final int OPEN_LIMIT_MILLIS = 15_000;
  private static final Duration LOOK = Duration.ofMillis(20);

  private final Session session;
  private final HostKey hostKey;
  private final @Nullable String password;

  JschSession(Session session, HostKey hostKey, @Nullable String password) {
    this.session = session;
    this.hostKey = hostKey;
    this.password = password;
  }

  @Override
  public HostKey hostKey() {
    return hostKey;
  }

  @Override
  public CommandResult run(RemoteCommand command) throws SshFailure, InterruptedException {
    ChannelExec channel = null;
    LimitedOutput output = new LimitedOutput();
    LimitedOutput errors = new LimitedOutput();
    try {
      channel = (ChannelExec) channel("exec");
      channel.setCommand(line(command));
      channel.setInputStream(new ByteArrayInputStream(input(command)));
      channel.setOutputStream(output);
      channel.setErrStream(errors);
      open(channel);
      awaitEnd(channel, command.limit());
      return new CommandResult(channel.getExitStatus(), output.text(), errors.text());
    } catch (JSchException e) {
      throw lost();
    } finally {
      if (channel != null) {
        channel.disconnect();
      }
    }
  }

  /** A new channel; JSch gives none where the connection has gone a moment ago. */
  private Channel channel(String type) throws JSchException {
    Channel channel = session.openChannel(type);
    if (channel == null) {
      throw new JSchException("the connection is lost");
    }
    return channel;
  }

  /** JSch waits for the whole limit, also when the connection is gone: it is woken then. */
  private void open(Channel channel) throws JSchException {
    Thread watch = Thread.ofVirtual().name("ssh-open").start(() -> wakeWhenLost(channel));
    try {
      channel.connect(OPEN_LIMIT_MILLIS);
    } finally {
      watch.interrupt();
    }
  }

  private void wakeWhenLost(Channel channel) {
    try {
      while (session.isConnected()) {
        Thread.sleep(LOOK);
      }
      synchronized (channel) {
        channel.notifyAll();
      }
    } catch (InterruptedException opened) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitEnd(ChannelExec channel, Duration limit)
      throws SshFailure, InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!channel.isClosed()) {
      if (System.nanoTime() > deadline) {
        throw new SshFailure(
            MachineFailure.of(FailureCode.COMMAND_TOO_LONG).with("seconds", limit.toSeconds()));
      }
      Thread.sleep(LOOK);
    }
    if (channel.getExitStatus() < 0) {
      throw lost();
    }
  }

  private static String line(RemoteCommand command) {
    return command.asRoot()
        ? ShellText.sudoCommand(command.script(), command.arguments())
        : ShellText.command(command.script(), command.arguments());
  }

  /** What sudo may ask for; no script of ours reads its standard input. */
  private byte[] input(RemoteCommand command) {
    return command.asRoot() && password != null
        ? (password + "\n").getBytes(StandardCharsets.UTF_8)
        : new byte[0];
  }

  @Override
  public void write(String path, int mode, InputStream content, LongConsumer progress)
      throws SshFailure, InterruptedException {
    ChannelSftp channel = null;
    try {
      channel = (ChannelSftp) channel("sftp");
      open(channel);
      channel.put(InputStream.nullInputStream(), path);
      channel.chmod(mode, path);
      channel.put(content, path, new Progress(progress), ChannelSftp.OVERWRITE);
    } catch (SftpException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw session.isConnected() ? unwritten(path, e) : lost();
    } catch (JSchException e) {
      throw session.isConnected()
          ? new SshFailure(MachineFailure.of(FailureCode.NO_SFTP).with("said", SaidByLibrary.of(e)))
          : lost();
    } finally {
      if (channel != null) {
        channel.disconnect();
      }
    }
  }

  private static SshFailure unwritten(String path, SftpException failure) {
    FailureCode code =
        failure.id == ChannelSftp.SSH_FX_PERMISSION_DENIED
            ? FailureCode.FILE_FORBIDDEN
            : FailureCode.FILE_NOT_WRITTEN;
    return new SshFailure(
        MachineFailure.of(code).with("file", path).with("said", SaidByLibrary.of(failure)));
  }

  private static SshFailure lost() {
    return new SshFailure(MachineFailure.of(FailureCode.CONNECTION_LOST));
  }

  @Override
  public void close() {
    session.disconnect();
  }

  private static final class Progress implements SftpProgressMonitor {
    private final LongConsumer told;
    private long sent;

    private Progress(LongConsumer told) {
      this.told = told;
    }

    @Override
    public void init(int operation, String from, String to, long max) {}

    @Override
    public boolean count(long bytes) {
      sent += bytes;
      told.accept(sent);
      return !Thread.currentThread().isInterrupted();
    }

    @Override
    public void end() {}
  }
}

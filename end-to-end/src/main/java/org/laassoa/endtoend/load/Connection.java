package org.laassoa.endtoend.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One keep-alive connection and its conversation, driven by a {@link Load}. */
final class Connection {

  private static final int FIRST_ROOM = 4096;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Conversation conversation;
  private final AnswerScanner scanner = new AnswerScanner();
  private ByteBuffer in = ByteBuffer.allocateDirect(FIRST_ROOM);
  private @Nullable ByteBuffer out;
  private long since;

  Connection(URI server, Conversation conversation, Selector selector) throws IOException {
    this.conversation = conversation;
    this.channel = open(server);
    channel.configureBlocking(false);
    this.key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** A blocking channel to that server. */
  static SocketChannel open(URI server) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return channel;
  }

  /**
   * Sends the next request.
   *
   * @param now the time from which the answer is waited for, of {@link System#nanoTime()}
   * @return false when the conversation has no more to say
   */
  boolean ask(long now) throws IOException {
    out = conversation.next();
    since = now;
    if (out == null) {
      return false;
    }
    write();
    return true;
  }

  /** Since when the answer is waited for. */
  long since() {
    return since;
  }

  /**
   * Goes on as the channel allows.
   *
   * @return whether the answer has come; the conversation knows it then
   */
  boolean proceed() throws IOException {
    if (key.isWritable()) {
      write();
    }
    return key.isReadable() && read();
  }

  void close() throws IOException {
    channel.close();
  }

  private void write() throws IOException {
    ByteBuffer request = out;
    if (request != null) {
      channel.write(request);
      int wanted = SelectionKey.OP_READ;
      if (request.hasRemaining()) {
        wanted |= SelectionKey.OP_WRITE;
      } else {
        out = null;
      }
      if (key.interestOps() != wanted) {
        key.interestOps(wanted);
      }
    }
  }

  private boolean read() throws IOException {
    if (!in.hasRemaining()) {
      in = ByteBuffer.allocateDirect(2 * in.capacity()).put(in.flip());
    }
    if (channel.read(in) < 0) {
      throw new EOFException("the server has closed a connection");
    }
    if (!scanner.complete(in)) {
      return false;
    }
    in.limit(scanner.bodyTo()).position(scanner.bodyFrom());
    conversation.answered(scanner.status(), in);
    in.clear();
    scanner.reset();
    return true;
  }
}

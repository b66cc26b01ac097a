package org.laassoa.server.provisioning.ssh;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the first bytes that a command prints; the rest goes nowhere. */
final class LimitedOutput extends OutputStream {
  private static final int MOST = 256 * 1024;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  @Override
  public synchronized void write(int value) {
    if (kept.size() < MOST) {
      kept.write(value);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    kept.write(bytes, from, Math.min(length, MOST - kept.size()));
  }

  /** What was kept, as UTF-8; what is none is replaced. */
  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}

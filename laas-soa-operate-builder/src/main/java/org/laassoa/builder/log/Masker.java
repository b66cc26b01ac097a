package org.laassoa.builder.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Replaces secrets in a stream of bytes by {@value #MASK}, whatever chunks the stream comes in: as
 * they are, URL-encoded, and in base64 at any alignment. Exactly the bytes that may still begin a
 * secret are held back. All other bytes pass as they are. Secrets that overlap become one mask.
 *
 * <p>Secrets shorter than four bytes are not masked. Not for use by several threads.
 */
final class Masker {

  /** What stands where a secret was. */
  static final String MASK = "[MASKED]";

  private static final byte[] MASK_BYTES = MASK.getBytes(StandardCharsets.US_ASCII);
  private static final int CHUNK = 64 * 1024;

  private final SecretAutomaton automaton;
  private final OutputStream out;

  /** What is held back, then the chunk. */
  private final byte[] buffer;

  private int held;
  private int state = SecretAutomaton.START;

  /** Where the bytes end in {@link #buffer} that a mask already stands for. */
  private int maskedTo;

  /** Start and end of the secrets found in {@link #buffer}, in order, not overlapping. */
  private int[] found = new int[64];

  private int foundLength;

  /** A masker of these secrets that writes to {@code out}, in pieces of any size. */
  Masker(Collection<String> secrets, OutputStream out) {
    this.automaton = new SecretAutomaton(SecretForms.of(secrets));
    this.buffer = new byte[automaton.greatestDepth() + CHUNK];
    this.out = out;
  }

  /** Takes the next bytes of the stream. */
  void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; done += CHUNK) {
      int chunk = Math.min(CHUNK, length - done);
      System.arraycopy(bytes, offset + done, buffer, held, chunk);
      int end = held + chunk;
      scan(held, end);
      pass(end - automaton.depth(state), end);
    }
  }

  /** Ends the stream: what was held back was no secret. The next write begins a new stream. */
  void finish() throws IOException {
    pass(held, held);
    state = SecretAutomaton.START;
  }

  private void scan(int from, int to) {
    int current = state;
    for (int i = from; i < to; i++) {
      if (current == SecretAutomaton.START) {
        i = automaton.firstCandidate(buffer, i, to);
        if (i == to) {
          break;
        }
      }
      current = automaton.step(current, buffer[i]);
      if (current < 0) {
        current = ~current;
        found(i + 1 - automaton.matched(current), i + 1);
      }
    }
    state = current;
  }

  private void found(int start, int end) {
    int first = start;
    while (foundLength > 0 && found[foundLength - 1] > start) {
      first = Math.min(first, found[foundLength - 2]);
      foundLength -= 2;
    }
    if (foundLength + 2 > found.length) {
      found = Arrays.copyOf(found, found.length * 2);
    }
    found[foundLength++] = first;
    found[foundLength++] = end;
  }

  /** Writes the bytes before {@code limit}; no secret can begin there any more. */
  private void pass(int limit, int end) throws IOException {
    int written = Math.min(maskedTo, limit);
    int next = 0;
    for (; next < foundLength && found[next] < limit; next += 2) {
      // A secret that overlaps what is masked already only makes that mask's range longer.
      if (found[next] >= maskedTo) {
        out.write(buffer, written, found[next] - written);
        out.write(MASK_BYTES);
      }
      maskedTo = found[next + 1];
      written = Math.min(maskedTo, limit);
    }
    out.write(buffer, written, limit - written);
    shift(limit, end, next);
  }

  private void shift(int limit, int end, int next) {
    held = end - limit;
    System.arraycopy(buffer, limit, buffer, 0, held);
    maskedTo = Math.max(0, maskedTo - limit);
    for (int i = next; i < foundLength; i++) {
      found[i - next] = found[i] - limit;
    }
    foundLength -= next;
  }
}

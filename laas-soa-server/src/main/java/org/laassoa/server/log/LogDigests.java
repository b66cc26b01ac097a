package org.laassoa.server.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.laassoa.server.action.Ownership;

/**
 * The SHA-256 of logs while they come, so that at the end nothing needs to be read again. Whatever
 * this server has not seen all of, since another one has taken a part, is not known here.
 */
final class LogDigests {

  /** More than this that came out of order is given up: it is read again at the end. */
  private static final int MOST_EARLY = 8;

  private static final int MOST_LOGS = 1000;

  private final Map<Ownership, Running> running = Collections.synchronizedMap(new Newest());

  /** Attempts that were lost never say that they have ended: those that grew long ago are left. */
  private static final class Newest extends LinkedHashMap<Ownership, Running> {
    private static final long serialVersionUID = 1L;

    Newest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Ownership, Running> eldest) {
      return size() > MOST_LOGS;
    }
  }

  private static final class Running {
    private final MessageDigest digest = sha256();
    private final TreeMap<Long, byte[]> early = new TreeMap<>();
    private long length;

    /** Pieces are stored in order, but the threads that stored them come here in any. */
    synchronized boolean add(long offset, byte[] data) {
      early.put(offset, data);
      for (var first = early.firstEntry();
          first != null && first.getKey() <= length;
          first = early.firstEntry()) {
        early.pollFirstEntry();
        int repeated = (int) Math.min(length - first.getKey(), first.getValue().length);
        digest.update(first.getValue(), repeated, first.getValue().length - repeated);
        length += first.getValue().length - repeated;
      }
      return early.size() <= MOST_EARLY;
    }

    synchronized Optional<String> of(long wanted) {
      return length == wanted
          ? Optional.of(HexFormat.of().formatHex(digest.digest()))
          : Optional.empty();
    }
  }

  /** Bytes were stored, though not those beyond {@code next}. */
  void add(Ownership owner, long offset, byte[] data, long next) {
    if (offset > 0 && !running.containsKey(owner)) {
      return; // The beginning was taken by another server.
    }
    if (offset + data.length > next) {
      return;
    }
    if (!running.computeIfAbsent(owner, key -> new Running()).add(offset, data)) {
      running.remove(owner);
    }
  }

  /** The digest of a log of that length, if all of it has been seen; it is asked for once. */
  Optional<String> of(Ownership owner, long length) {
    Running own = running.remove(owner);
    return own == null ? Optional.empty() : own.of(length);
  }

  void forget(Ownership owner) {
    running.remove(owner);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

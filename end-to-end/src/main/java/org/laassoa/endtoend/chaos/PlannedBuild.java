package org.laassoa.endtoend.chaos;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A build whose output is known before it runs: it follows from the parameters alone, whichever
 * attempt it is.
 *
 * @param key its name, which no other build has
 * @param kind what it is like
 * @param project the project
 * @param seed where its numbers begin, 0 to 2^30
 * @param parts how often it prints
 * @param lines how many lines each time
 * @param pauseMillis how long it sleeps after each time
 * @param text what it is told to say at the end
 */
record PlannedBuild(
    String key,
    BuildKind kind,
    String project,
    int seed,
    int parts,
    int lines,
    int pauseMillis,
    String text) {

  /** Where each script's output begins. */
  static final String FIRST_WORDS = "chaos begins ";

  /** The exit code of {@link BuildKind#FAILING}. */
  static final int FAILING_EXIT = 3;

  /** Characters that shells, JSON and Java treat in ways of their own. */
  private static final String[] TEXTS = {
    "plain", "größer 大 ≠", "a \"quoted\" $HOME `id`", "  spaces  ", "tab\tand 'quotes'"
  };

  /**
   * Notes each run outside of the build's own folders: in the agent's shared caches, where it stays
   * when the build is cleaned up. What it prints comes from a generator that awk's numbers and
   * Java's agree on: no product reaches 2^53.
   */
  static final String SCRIPT =
      """
      run=$(cat /proc/sys/kernel/random/uuid)
      note() { echo "$1 $CHAOS_KEY $LAAS_ATTEMPT $run" >> "$LAAS_DEPENDENCY_LIB/%s"; }
      note start
      printf '%%s%%s\\n' '%s' "$CHAOS_KEY"
      part=0
      while [ $part -lt $CHAOS_PARTS ]; do
        awk -v x=$((CHAOS_SEED + part)) -v lines=$CHAOS_LINES 'BEGIN {
          for (i = 0; i < lines; i++) {
            x = (x * 69069 + 1) %% 2147483648
            printf "%%06d %%d what a script prints\\n", i, x
          }
        }'
        sleep $CHAOS_PAUSE
        note tick
        part=$((part + 1))
      done
      printf '%%s\\n' "$CHAOS_TEXT"
      note end
      exit $CHAOS_EXIT
      """
          .formatted(Ledger.FILE, FIRST_WORDS);

  static PlannedBuild of(String key, BuildKind kind, SplittableRandom random) {
    boolean large = kind == BuildKind.LARGE;
    int parts = kind == BuildKind.CANCELLED ? 500 : random.nextInt(1, 5);
    return new PlannedBuild(
        key,
        kind,
        kind.project(random.nextInt(1000)),
        random.nextInt(1 << 30),
        parts,
        large ? random.nextInt(20_000, 60_000) : random.nextInt(1, 200),
        random.nextInt(150, 600),
        TEXTS[random.nextInt(TEXTS.length)]);
  }

  /** The same under another key. */
  PlannedBuild again(int number) {
    return new PlannedBuild(
        key + "-" + number, kind, project, seed, parts, lines, pauseMillis, text);
  }

  /** The parameters to ask for it with. */
  Map<String, String> parameters() {
    return Map.of(
        "CHAOS_KEY", key,
        "CHAOS_SEED", Integer.toString(seed),
        "CHAOS_PARTS", Integer.toString(parts),
        "CHAOS_LINES", Integer.toString(lines),
        "CHAOS_PAUSE", String.format(Locale.ROOT, "%.3f", pauseMillis / 1000.0),
        "CHAOS_TEXT", text,
        "CHAOS_EXIT", Integer.toString(kind == BuildKind.FAILING ? FAILING_EXIT : 0));
  }

  /** SHA-256 of all that its script prints, in hexadecimal. */
  String outputSha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes(FIRST_WORDS + key + "\n"));
      for (int part = 0; part < parts; part++) {
        long x = seed + part;
        for (int i = 0; i < lines; i++) {
          x = (x * 69069 + 1) % 2147483648L;
          digest.update(bytes(String.format(Locale.ROOT, "%06d %d what a script prints\n", i, x)));
        }
      }
      digest.update(bytes(text + "\n"));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

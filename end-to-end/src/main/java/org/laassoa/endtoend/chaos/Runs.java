package org.laassoa.endtoend.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The runs of one build's script on one agent.
 *
 * @param attempts the attempts that began
 * @param starts how often the script began
 * @param overlapping what ran twice at the same time, in words
 */
record Runs(Set<Integer> attempts, int starts, List<String> overlapping) {

  /** Reads them from an agent's notes. */
  static Runs of(List<Ledger.Note> notes, String key) {
    Set<Integer> attempts = new HashSet<>();
    Map<Integer, String> latest = new HashMap<>();
    Set<String> overtaken = new HashSet<>();
    List<String> overlapping = new ArrayList<>();
    int starts = 0;
    for (Ledger.Note note : notes) {
      if (!note.key().equals(key)) {
        continue;
      }
      if (note.what().equals("start")) {
        starts++;
        attempts.add(note.attempt());
        String former = latest.put(note.attempt(), note.run());
        if (former != null) {
          overtaken.add(former);
        }
      } else if (overtaken.contains(note.run())) {
        overlapping.add("attempt " + note.attempt() + " ran twice at the same time");
      }
    }
    return new Runs(attempts, starts, overlapping);
  }
}

package org.laassoa.server.configuration.script;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a new content of a set of scripts means for its versions. A file whose content stays keeps
 * its version; a changed or new one gets the number after the highest that its name ever had, since
 * an agent takes an equal number for equal content.
 *
 * @param versions the version of each file afterwards, by name
 * @param added the files that get a new version
 * @param isRevision whether anything changed at all
 */
record ScriptChange(
    SortedMap<String, Integer> versions,
    SortedMap<String, VersionedFile> added,
    boolean isRevision) {

  /**
   * Compares.
   *
   * @param current version and content of each file now, by name
   * @param highest the highest version that each name ever had
   * @param wanted the content of each file afterwards
   */
  static ScriptChange of(
      Map<String, VersionedFile> current,
      Map<String, Integer> highest,
      Map<String, String> wanted) {
    SortedMap<String, Integer> versions = new TreeMap<>();
    SortedMap<String, VersionedFile> added = new TreeMap<>();
    wanted.forEach(
        (name, content) -> {
          VersionedFile now = current.get(name);
          if (now != null && content.equals(now.content())) {
            versions.put(name, now.version());
          } else {
            int next = highest.getOrDefault(name, 0) + 1;
            versions.put(name, next);
            added.put(name, new VersionedFile(next, content));
          }
        });
    boolean removed = !versions.keySet().containsAll(current.keySet());
    return new ScriptChange(versions, added, removed || !added.isEmpty());
  }
}

package org.laassoa.server.configuration.script;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One state of a set of scripts. It never changes, so that a build which pins it keeps its scripts.
 *
 * @param id the revision
 * @param scriptSetId the set; versions compare only within the same one
 * @param versions each file's version from 1, by name
 */
public record ScriptRevision(long id, long scriptSetId, SortedMap<String, Integer> versions) {

  /** A revision with its own copy of the versions. */
  public ScriptRevision(long id, long scriptSetId, Map<String, Integer> versions) {
    this(id, scriptSetId, Collections.unmodifiableSortedMap(new TreeMap<>(versions)));
  }
}

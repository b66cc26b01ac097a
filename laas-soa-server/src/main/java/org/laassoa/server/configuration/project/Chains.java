package org.laassoa.server.configuration.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which projects are built after which.
 *
 * @param downstream the names of those that follow each one, by its name
 */
record Chains(Map<String, List<String>> downstream) {

  /** The way from one project to another, with both, if there is one. */
  Optional<List<String>> way(String from, String to) {
    return way(from, to, new HashSet<>());
  }

  private Optional<List<String>> way(String from, String to, Set<String> seen) {
    if (from.equals(to)) {
      return Optional.of(List.of(to));
    }
    if (!seen.add(from)) {
      return Optional.empty();
    }
    for (String next : downstream.getOrDefault(from, List.of())) {
      Optional<List<String>> rest = way(next, to, seen);
      if (rest.isPresent()) {
        List<String> whole = new ArrayList<>(List.of(from));
        whole.addAll(rest.get());
        return Optional.of(whole);
      }
    }
    return Optional.empty();
  }
}

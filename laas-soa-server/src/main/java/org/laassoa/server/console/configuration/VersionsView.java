package org.laassoa.server.console.configuration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.script.ScriptVersionView;
import org.laassoa.server.console.Pager;

/**
 * The versions of the scripts of an entry.
 *
 * @param head what is above
 * @param versions newest first
 * @param newest the number of the newest one
 * @param diff what differs between two of them, or null where none were chosen
 * @param pager where one is among the pages
 */
record VersionsView(
    EntryHead head, List<Version> versions, int newest, @Nullable DiffView diff, Pager pager) {

  /**
   * A version.
   *
   * @param number counts from 1
   * @param author who saved it; empty where it was not noted
   * @param at when
   * @param files what became of its files, in words
   */
  record Version(int number, String author, Instant at, List<String> files) {

    static Version of(ScriptVersionView version, ConfigurationWords words) {
      String author = version.author();
      return new Version(
          version.number(),
          author == null ? "" : author,
          version.createdAt(),
          version.changes().stream()
              .map(file -> file.file() + " (" + words.change_of(file.change().wireName()) + ")")
              .toList());
    }

    /** The number of the version before; 0 where it is the first one. */
    public int before() {
      return number - 1;
    }
  }
}

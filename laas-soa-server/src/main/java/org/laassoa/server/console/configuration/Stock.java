package org.laassoa.server.console.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.laassoa.server.configuration.EntryChanges;
import org.laassoa.server.configuration.EntryUser;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.console.history.HistoryWords;
import org.laassoa.server.console.history.Meanwhile;
import org.laassoa.server.console.history.Watched;

/** What is stored of one kind, as JSON without secrets. Every method runs in a transaction. */
interface Stock {

  /**
   * An entry.
   *
   * @param document as the API shows it
   * @param tag its ETag as in a header; empty where there is none
   */
  record Item(ObjectNode document, String tag) {
    String name() {
      return document.path("name").asText();
    }

    /** Differs from version to version: the tag, or the time of the last change. */
    String version() {
      return tag.isEmpty() ? document.path("updated_at").asText() : tag;
    }
  }

  /**
   * A page of a list.
   *
   * @param documents as the API lists them
   * @param total how many there are on all pages
   */
  record Listing(List<ObjectNode> documents, long total) {}

  /** A page of what a query finds. */
  Listing list(PageQuery query);

  /**
   * The entry of that name.
   *
   * @throws org.laassoa.server.problem.ProblemException when there is none
   */
  Item get(String name);

  /** A new entry, as it is when nothing is said of it. */
  ObjectNode fresh();

  /** How many there are. */
  long count();

  /** The names of all. */
  List<String> names();

  /** Who uses an entry. */
  List<EntryUser> users(String name);

  /** Which other entries use an entry, apart from builds. */
  List<EntryUser> usersAmongEntries(String name);

  /** Who changed an entry, and what. */
  EntryChanges history(String name, PageQuery query);

  /**
   * What became of the entry of that name since a form was filled from it.
   *
   * @throws org.laassoa.server.problem.ProblemException when there never was one
   */
  Meanwhile since(String name, Watched watched, HistoryWords words);
}

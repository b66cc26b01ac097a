package org.laassoa.server.console.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.laassoa.server.configuration.Entries;
import org.laassoa.server.configuration.EntryChanges;
import org.laassoa.server.configuration.EntryUser;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.configuration.Stored;
import org.laassoa.server.console.history.HistoryWords;
import org.laassoa.server.console.history.Meanwhile;
import org.laassoa.server.console.history.SinceFilled;
import org.laassoa.server.console.history.Watched;

/** Entries of one kind. */
record EntryStock(Entries<?, ?, ?> entries, ObjectMapper json) implements Stock {

  @Override
  public Listing list(PageQuery query) {
    PageView<?> page = entries.list(query);
    return new Listing(
        page.items().stream().map(view -> json.<ObjectNode>valueToTree(view)).toList(),
        page.total());
  }

  @Override
  public Item get(String name) {
    Stored<?> stored = entries.get(name);
    return new Item(json.valueToTree(stored.view()), '"' + stored.tag().getValue() + '"');
  }

  @Override
  public ObjectNode fresh() {
    return empty(entries.kind().requestType(), json);
  }

  /** A request that says nothing, filled in as the API does it. */
  static ObjectNode empty(Class<?> request, ObjectMapper json) {
    try {
      return json.valueToTree(json.readValue("{}", request));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request may say nothing until it is checked", e);
    }
  }

  @Override
  public long count() {
    return entries.count();
  }

  @Override
  public List<String> names() {
    return entries.names();
  }

  @Override
  public List<EntryUser> users(String name) {
    return entries.users(name);
  }

  @Override
  public List<EntryUser> usersAmongEntries(String name) {
    return entries.usersAmongEntries(name);
  }

  @Override
  public EntryChanges history(String name, PageQuery query) {
    return entries.history(name, query);
  }

  @Override
  public Meanwhile since(String name, Watched watched, HistoryWords words) {
    return new SinceFilled(watched, words).of(entries, name);
  }
}

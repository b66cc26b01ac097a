package org.laassoa.server.console.configuration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.laassoa.server.configuration.EntryChanges;
import org.laassoa.server.configuration.EntryUser;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.secret.Secrets;
import org.laassoa.server.configuration.secret.SharedSecretRequest;
import org.laassoa.server.configuration.secret.SharedSecretView;
import org.laassoa.server.console.history.HistoryWords;
import org.laassoa.server.console.history.Meanwhile;
import org.laassoa.server.console.history.Watched;

/** The shared secrets. They are few, so that they are looked through as a whole. */
record SecretStock(Secrets secrets, ObjectMapper json) implements Stock {

  @Override
  public Listing list(PageQuery query) {
    String text = query.text().toLowerCase(Locale.ROOT);
    List<SharedSecretView> found =
        secrets.shared().stream()
            .filter(
                one ->
                    (one.name() + " " + one.description()).toLowerCase(Locale.ROOT).contains(text))
            .toList();
    return new Listing(
        found.stream()
            .skip((long) query.page() * query.size())
            .limit(query.size())
            .map(view -> json.<ObjectNode>valueToTree(view))
            .toList(),
        found.size());
  }

  @Override
  public Item get(String name) {
    return new Item(json.valueToTree(secrets.getShared(name)), "");
  }

  @Override
  public ObjectNode fresh() {
    return EntryStock.empty(SharedSecretRequest.class, json);
  }

  @Override
  public long count() {
    return secrets.shared().size();
  }

  @Override
  public List<String> names() {
    return secrets.shared().stream().map(SharedSecretView::name).toList();
  }

  @Override
  public List<EntryUser> users(String name) {
    return List.of();
  }

  @Override
  public List<EntryUser> usersAmongEntries(String name) {
    return List.of();
  }

  @Override
  public EntryChanges history(String name, PageQuery query) {
    return new EntryChanges(List.of(), 0);
  }

  @Override
  public Meanwhile since(String name, Watched watched, HistoryWords words) {
    return secrets.shared().stream()
        .filter(secret -> secret.name().equals(name))
        .findFirst()
        .map(secret -> since(secret, watched))
        .orElseGet(() -> Meanwhile.deleted(watched, null));
  }

  private Meanwhile since(SharedSecretView secret, Watched watched) {
    return get(secret.name()).version().equals(watched.filled())
        ? Meanwhile.nothing(watched)
        : Meanwhile.changed(watched, new Meanwhile.Last(secret.updatedBy(), secret.updatedAt()));
  }
}

package org.laassoa.server.console.configuration;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laassoa.server.configuration.ConfigurationEntry;
import org.laassoa.server.configuration.Entries;
import org.laassoa.server.configuration.EntryContext;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.configuration.EntryRequest;
import org.laassoa.server.configuration.secret.Secrets;

/** What is stored of each kind. */
@ApplicationScoped
class Stocks {

  private final Map<Section, Stock> stocks = new EnumMap<>(Section.class);

  Stocks(
      @All List<EntryKind<?, ?, ?>> kinds,
      EntryContext context,
      Secrets secrets,
      ObjectMapper json) {
    for (Section section : Section.values()) {
      kinds.stream()
          .filter(kind -> kind.path().equals(section.api()))
          .findFirst()
          .ifPresent(kind -> stocks.put(section, new EntryStock(entries(kind, context), json)));
    }
    stocks.put(Section.SECRETS, new SecretStock(secrets, json));
  }

  private static <E extends ConfigurationEntry, R extends EntryRequest, V> Entries<E, R, V> entries(
      EntryKind<E, R, V> kind, EntryContext context) {
    return new Entries<>(kind, context);
  }

  /** What is stored of that kind. */
  Stock of(Section section) {
    return Objects.requireNonNull(stocks.get(section));
  }
}

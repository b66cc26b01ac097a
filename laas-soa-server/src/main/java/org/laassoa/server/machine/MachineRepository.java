package org.laassoa.server.machine;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laassoa.server.configuration.EntryRepository;

/** The stored machines. */
@ApplicationScoped
public class MachineRepository implements EntryRepository<Machine> {

  /** The machine of that name, or of that number where none has such a name. */
  @Override
  public Optional<Machine> findByAddress(String key) {
    Optional<Machine> named = findByName(key);
    return named.isEmpty() && key.matches("[0-9]{1,18}")
        ? findByIdOptional(Long.valueOf(key))
        : named;
  }
}

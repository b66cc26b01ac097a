package org.laassoa.server.configuration.environment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.laassoa.wire.PullPolicy;

/** Stores a pull policy under its name on the wire. */
@Converter(autoApply = true)
public class PullPolicyColumn implements AttributeConverter<PullPolicy, String> {
  @Override
  public String convertToDatabaseColumn(PullPolicy policy) {
    return policy.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public PullPolicy convertToEntityAttribute(String stored) {
    return PullPolicy.valueOf(stored.toUpperCase(Locale.ROOT));
  }
}

package org.laassoa.server.configuration.capability;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.EntryRequest;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.configuration.input.Text;

/**
 * A capability rule as people send it.
 *
 * @param name the name; with a PUT the address has it
 * @param description free text
 * @param network an IP address, or a network such as {@code 10.1.0.0/16} or {@code fd00::/8}
 * @param actions the types that agents there may take; an empty list means none
 */
@Schema(name = "CapabilityRuleRequest", examples = CapabilityRuleExamples.REQUEST)
@JsonNaming(SnakeCaseStrategy.class)
public record CapabilityRuleRequest(
    @EntryName @Nullable String name,
    @Text(max = 1000, form = Text.Form.LINES) String description,
    @NotNull @Text(max = 50) String network,
    @NotNull @Size(max = 20) List<@NotNull String> actions)
    implements EntryRequest {

  /** Fills in what may be missing. */
  public CapabilityRuleRequest {
    description = Objects.requireNonNullElse(description, "");
  }
}

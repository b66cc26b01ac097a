package org.laassoa.server.configuration.capability;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A capability rule as people see it.
 *
 * @param id the row's number
 * @param name the unique name
 * @param description free text
 * @param network the network that it is about
 * @param actions the types that agents there may take
 * @param createdAt when it was first stored
 * @param updatedAt when it was last put
 */
@Schema(name = "CapabilityRule", examples = CapabilityRuleExamples.ANSWER)
@JsonNaming(SnakeCaseStrategy.class)
public record CapabilityRuleView(
    long id,
    String name,
    String description,
    String network,
    List<String> actions,
    Instant createdAt,
    Instant updatedAt) {

  static CapabilityRuleView of(CapabilityRule rule) {
    return new CapabilityRuleView(
        rule.getId(),
        rule.getName(),
        rule.getDescription(),
        rule.getNetwork(),
        rule.getActions(),
        rule.getCreatedAt(),
        rule.getUpdatedAt());
  }
}

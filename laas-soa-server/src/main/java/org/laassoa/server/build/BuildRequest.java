package org.laassoa.server.build;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A build asked for.
 *
 * @param type {@code branch} or {@code tag}; missing means a branch
 * @param ref the branch's or tag's short name, as {@code git check-ref-format} allows it
 * @param parameters environment variables for the scripts, which win over configured ones
 * @param priority -100 to 100, higher ones are built first; missing means 0
 */
@JsonNaming(SnakeCaseStrategy.class)
public record BuildRequest(
    @Schema(
            enumeration = {"branch", "tag"},
            examples = "branch")
        @Nullable String type,
    @Schema(required = true, examples = "main") @Nullable String ref,
    @Schema(examples = "{\"DEPLOY_TO\": \"staging\"}") @Nullable Map<String, String> parameters,
    @Schema(examples = "0", minimum = "-100", maximum = "100") @Nullable Integer priority) {}

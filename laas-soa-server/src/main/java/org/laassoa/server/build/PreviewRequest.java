package org.laassoa.server.build;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.EntryName;

/**
 * A build to be shown and not enqueued.
 *
 * @param type {@code branch} or {@code tag}; missing means a branch
 * @param ref the branch's or tag's short name
 * @param parameters environment variables for the scripts, which win over configured ones
 * @param buildConfiguration one to try instead of the project's own
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PreviewRequest(
    @Schema(
            enumeration = {"branch", "tag"},
            examples = "branch")
        @Nullable String type,
    @Schema(required = true, examples = "main") @Nullable String ref,
    @Schema(examples = "{\"DEPLOY_TO\": \"staging\"}") @Nullable Map<String, String> parameters,
    @EntryName @Nullable String buildConfiguration) {

  /** What it has in common with a request to build. */
  CheckedRequest checked() {
    return CheckedRequest.of(new BuildRequest(type, ref, parameters, null));
  }
}

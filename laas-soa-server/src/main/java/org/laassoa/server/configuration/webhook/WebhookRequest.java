package org.laassoa.server.configuration.webhook;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.EntryRequest;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.WriteOnly;

/**
 * An outgoing webhook as people send it.
 *
 * @param name the name; with a PUT the address has it
 * @param description free text
 * @param url an http or https address
 * @param secret {@code whsec_} and the base64 of 24 to 64 random bytes; missing keeps the stored
 *     one
 * @param events the states of builds to tell of; missing means those that are final
 * @param projects of these projects only; missing or none means of all
 * @param enabled whether it is told at all; missing means yes
 */
@Schema(name = "WebhookRequest", examples = WebhookExamples.REQUEST)
@JsonNaming(SnakeCaseStrategy.class)
public record WebhookRequest(
    @EntryName @Nullable String name,
    @Text(max = 1000, form = Text.Form.LINES) String description,
    @NotNull @Text(max = 2000) String url,
    @Schema(implementation = String.class, nullable = true, writeOnly = true)
        WriteOnly<String> secret,
    @Size(min = 1, max = 5)
        List<
                @NotNull
                @Pattern(
                    regexp = "queued|running|succeeded|failed|cancelled",
                    message = "must be queued, running, succeeded, failed or cancelled")
                String>
            events,
    @Size(max = 500) List<@NotNull @EntryName String> projects,
    Boolean enabled)
    implements EntryRequest {

  /** Fills in what may be missing. */
  public WebhookRequest {
    description = Objects.requireNonNullElse(description, "");
    events = events == null ? List.of("cancelled", "failed", "succeeded") : events;
    projects = projects == null ? List.of() : projects;
    enabled = Objects.requireNonNullElse(enabled, true);
  }
}

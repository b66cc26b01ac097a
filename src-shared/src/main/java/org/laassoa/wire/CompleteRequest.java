package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /complete_action}: the end of an attempt. Repeating it changes nothing.
 *
 * @param actionId the action
 * @param attempt the attempt that the agent owns, from 1
 * @param outcome how it ended
 * @param steps the steps in their order; missing means none
 * @param commit the commit that was built, as 40 hexadecimal digits, or missing
 * @param images the images that were made; missing means none
 * @param logBytes length of the whole log, or missing when the agent does not know
 * @param logSha256 SHA-256 of the whole log in lower-case hexadecimal, or missing
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompleteRequest(
    String actionId,
    int attempt,
    Outcome outcome,
    @Nullable List<StepReport> steps,
    @Nullable String commit,
    @Nullable List<ImageReport> images,
    @Nullable Long logBytes,
    @Nullable String logSha256) {}

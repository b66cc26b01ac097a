package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * Body of {@code POST /log_data} when it is JSON. The other form is the bytes themselves as {@code
 * application/octet-stream} with action, attempt and offset as query parameters.
 *
 * @param actionId the action
 * @param attempt the attempt that the agent owns, from 1
 * @param offset where {@code data} begins in the attempt's log, in bytes from 0
 * @param data text; its UTF-8 bytes are appended
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record LogRequest(String actionId, int attempt, long offset, String data) {}

package org.laassoa.server.githook;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a hook is to be registered.
 *
 * @param manual whether a person sets it up at the host, by the address and secret of the answer;
 *     so it is anyway where the host has no API
 */
@Schema(name = "ProjectWebhookRequest")
@JsonNaming(SnakeCaseStrategy.class)
public record GitHookRequest(boolean manual) {}

package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * Asks an agent to look at itself and its machine, and to write what it finds to the log.
 *
 * @param action {@code diagnose}
 * @param actionId the action
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record DiagnoseData(String action, String actionId) implements ActionData {}

package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * Asks an agent to remove what it keeps for later builds. What a running build uses stays.
 *
 * @param action {@code clean}
 * @param actionId the action
 * @param caches what to empty: any of {@link Cache}'s names
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record CleanData(String action, String actionId, List<String> caches)
    implements ActionData {}

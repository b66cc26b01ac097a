package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * Body of {@code POST /fetch_data}: the scripts whose version differs from the agent's own.
 *
 * @param dataId the {@code build_config_file_id} of an action that the agent holds
 * @param paramList one element a script
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FetchRequest(String dataId, List<Param> paramList) {

  /**
   * One script wanted.
   *
   * @param buildConfigFileVersionList the script's name
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Param(String buildConfigFileVersionList) {}

  /** A request for these names. */
  public static FetchRequest of(String dataId, List<String> names) {
    return new FetchRequest(dataId, names.stream().map(Param::new).toList());
  }
}

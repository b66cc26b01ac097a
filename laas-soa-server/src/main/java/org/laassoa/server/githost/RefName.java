package org.laassoa.server.githost;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A branch or tag.
 *
 * @param name its short name
 * @param commit its commit
 */
@Schema(name = "RefName")
@JsonNaming(SnakeCaseStrategy.class)
public record RefName(String name, String commit) {}
